import { measureFrom, STANDARD_MEASURES, STANDARD_THEMES, standardOf } from '@gt/domain/measure';
import { NativeSelect } from '@mantine/core';
import type { MeasureForm } from './measure-form.ts';

type StandardChoiceProps = { values: MeasureForm; onChange: (patch: Partial<MeasureForm>) => void };

/** Begins a measure from a definition that the field shares; every field can still be changed. */
export function StandardChoice({ values, onChange }: StandardChoiceProps) {
  const chosen = standardOf(values.standardKey);
  const choose = (key: string) => {
    const standard = standardOf(key);
    onChange(standard ? measureFrom(standard) : { standardKey: '' });
  };
  return (
    <NativeSelect
      id="standardKey"
      label="Begin from a standard definition"
      description={
        chosen
          ? `${chosen.limit === '' ? 'No limit in law.' : `Limit: ${chosen.limit}.`} Baseline and target are yours to set.`
          : 'Fills in name, definition, unit and direction; change what differs here'
      }
      value={values.standardKey}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">None: define it yourself</option>
      {STANDARD_THEMES.map((theme) => (
        <optgroup key={theme} label={theme}>
          {STANDARD_MEASURES.filter((one) => one.theme === theme).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
