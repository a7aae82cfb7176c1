import { PACK_AUDIENCE_LABELS, PACK_AUDIENCES, SENSITIVITY_LABELS } from '@gt/contracts/words';
import { DateField } from '@gt/ui';
import { NativeSelect, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import classes from './packs.module.css';
import { type PackChoice, snapshotsQuery } from './queries.ts';

export type WhichDay = 'NOW' | 'DAY' | 'REVIEW';
type ChoiceFieldsProps = {
  planId: string;
  choice: PackChoice;
  which: WhichDay;
  onChoose: (change: Partial<PackChoice>) => void;
  onWhich: (which: WhichDay) => void;
};

const AUDIENCES: Record<PackChoice['audience'], string> = {
  INSPECTOR: 'Everything, with the evidence files.',
  BOARD: 'Everything, with the evidence files.',
  PUBLIC: 'Posts and no names, and no evidence files.',
};
export const CUT_OFF_FIELD = 'pack-cut-off';

/** Whom a pack is for, its marking, and which day it tells of. */
export function ChoiceFields({ planId, choice, which, onChoose, onWhich }: ChoiceFieldsProps) {
  const { audience, marking } = choice;
  return (
    <div className={classes.fields}>
      <NativeSelect
        label="Whom it is for"
        description={AUDIENCES[audience]}
        value={audience}
        data={PACK_AUDIENCES.map((value) => ({ value, label: PACK_AUDIENCE_LABELS[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ audience: PACK_AUDIENCES.find((one) => one === value) ?? 'INSPECTOR' })
        }
      />
      <Radio.Group
        label="Marking on every page"
        value={marking}
        onChange={(value) => onChoose({ marking: value === 'OFFICIAL' ? 'OFFICIAL' : 'OFFICIAL_SENSITIVE' })}
      >
        <div className={classes.markings}>
          <Radio value="OFFICIAL_SENSITIVE" label={SENSITIVITY_LABELS.OFFICIAL_SENSITIVE} />
          <Radio
            value="OFFICIAL"
            label={SENSITIVITY_LABELS.OFFICIAL}
            description="Leaves OFFICIAL-SENSITIVE evidence out."
          />
        </div>
      </Radio.Group>
      <DayFields planId={planId} choice={choice} which={which} onChoose={onChoose} onWhich={onWhich} />
    </div>
  );
}

function DayFields({ planId, choice, which, onChoose, onWhich }: ChoiceFieldsProps) {
  const { data } = useQuery(snapshotsQuery(planId));
  const frozen = (data?.snapshots ?? []).filter(({ review }) => review !== null);
  const first = frozen[0]?.review?.id ?? null;
  const choose = (value: string) => {
    const next = value === 'DAY' || value === 'REVIEW' ? value : 'NOW';
    onWhich(next);
    onChoose({ cutOff: null, reviewId: next === 'REVIEW' ? first : null });
  };
  return (
    <>
      <Radio.Group label="Which day it tells of" value={which} onChange={choose}>
        <div className={classes.markings}>
          <Radio value="NOW" label="The plan as it is now" />
          <Radio value="DAY" label="Everything up to a day" />
          <Radio
            value="REVIEW"
            label="As a review was frozen"
            disabled={first === null}
            description={first === null ? 'No review has been frozen yet.' : undefined}
          />
        </div>
      </Radio.Group>
      {which === 'DAY' ? (
        <DateField
          id={CUT_OFF_FIELD}
          label="Last day"
          required
          value={choice.cutOff}
          onChange={(cutOff) => onChoose({ cutOff })}
        />
      ) : null}
      {which === 'REVIEW' ? (
        <NativeSelect
          label="Frozen review"
          value={choice.reviewId ?? ''}
          data={frozen.map(({ review, words }) => ({ value: review?.id ?? '', label: words }))}
          onChange={({ currentTarget }) => onChoose({ reviewId: currentTarget.value })}
        />
      ) : null}
    </>
  );
}
