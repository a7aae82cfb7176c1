import { UPDATE_LIMITS } from '@gt/domain/update';
import { LongText } from '@gt/ui';
import { Group, Radio } from '@mantine/core';
import classes from './update-composer.module.css';
import { staysWords, TEXTS, type UpdatableAction, WHY_NOTHING } from './update-fields.ts';
import { Rating } from './update-rating.tsx';
import type { UpdateForm } from './use-update-form.ts';

type UpdateFieldsProps = {
  update: UpdateForm;
  action: UpdatableAction;
  /** Whether nothing may have changed: not of an account of something that did. */
  mayBeNothing: boolean;
  /** Short fields side by side, where many updates stand on one page. */
  isCompact?: boolean;
};

/** Everything that an update says; where nothing changed, why. */
export function UpdateWordsFields({ update, action, mayBeNothing, isCompact = false }: UpdateFieldsProps) {
  const { prefix, values, form, set, base } = update;
  const texts = values.nothingChanged ? [WHY_NOTHING] : TEXTS;
  return (
    <>
      {mayBeNothing ? (
        <Radio.Group
          label="Since the last update"
          value={values.nothingChanged ? 'NOTHING' : 'SOMETHING'}
          onChange={(value) => set({ nothingChanged: value === 'NOTHING' })}
        >
          <Group gap="md" mt={4}>
            <Radio value="SOMETHING" label="Something happened" />
            <Radio value="NOTHING" label="Nothing changed" />
          </Group>
        </Radio.Group>
      ) : null}
      <div className={isCompact ? classes.compact : classes.texts}>
        {texts.map(({ name, label }) => (
          <LongText
            key={name}
            id={`${prefix}${name}`}
            label={label}
            autosize={isCompact}
            minRows={isCompact ? 1 : 2}
            description={name === 'whatHappened' && !isCompact ? 'Do not name a child.' : undefined}
            limit={UPDATE_LIMITS[name]}
            value={values[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
            error={form.errors[name]}
          />
        ))}
      </div>
      {values.nothingChanged ? (
        <p className={classes.stays}>{staysWords(base)}</p>
      ) : (
        <Rating
          prefix={prefix}
          action={{ ...action, declaredRag: base.declaredRag }}
          values={values}
          errors={form.errors}
          onChange={set}
          isCompact={isCompact}
        />
      )}
    </>
  );
}
