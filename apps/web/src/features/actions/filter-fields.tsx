import {
  DELIVERY_STATUS_LABELS,
  DELIVERY_STATUSES,
  PRIORITIES,
  PRIORITY_LABELS,
  RAG_LABELS,
  RAGS,
} from '@gt/contracts/words';
import { Checkbox, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { DUE_FILTERS, type PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { DUE_WORDS } from './filter-names.ts';
import type { ActionFilters } from './queries.ts';

type FilterFieldsProps = {
  search: PlanActionsSearch;
  names: ActionFilters | undefined;
  onChange: (patch: PlanActionsSearch) => void;
};

type Choice = { value: string; label: string };
const ANY: Choice = { value: '', label: 'Any' };
const labelled = <T extends string>(list: readonly T[], labels: Record<T, string>): Choice[] =>
  list.map((value) => ({ value, label: labels[value] }));

/** Every filter as a list to choose from. What is chosen takes effect at once and stands in the address. */
export function FilterFields({ search, names, onChange }: FilterFieldsProps) {
  const fields = useRef<HTMLDivElement>(null);
  // They arrive after the popover that holds the focus.
  useEffect(() => fields.current?.querySelector('select')?.focus({ preventScroll: true }), []);
  const select = (label: string, key: keyof PlanActionsSearch, choices: Choice[]) => (
    <NativeSelect
      label={label}
      value={search[key] ?? ''}
      data={[ANY, ...choices]}
      // An address with a value that is not in the list is read again, and what is not understood is dropped.
      onChange={(event) => onChange({ [key]: event.currentTarget.value || undefined } as PlanActionsSearch)}
    />
  );
  const rags = labelled(RAGS, RAG_LABELS);
  return (
    <Stack gap="sm" ref={fields}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {select('Team', 'team', names?.teams.map(({ id, name }) => ({ value: id, label: name })) ?? [])}
        {select(
          'Owner (post)',
          'owner',
          names?.posts.map(({ id, title }) => ({ value: id, label: title })) ?? [],
        )}
        {select(
          'Owner (person)',
          'person',
          names?.people.map(({ id, name }) => ({ value: id, label: name })) ?? [],
        )}
        {select(
          'Recommendation',
          'recommendation',
          names?.recommendations.map(({ id, number, quote }) => ({
            value: id,
            label: `R${number} ${quote.slice(0, 60)}`,
          })) ?? [],
        )}
        {select('Status', 'status', labelled(DELIVERY_STATUSES, DELIVERY_STATUS_LABELS))}
        {select('Due', 'due', labelled(DUE_FILTERS, DUE_WORDS))}
        {select('RAG, as declared', 'rag', rags)}
        {select('RAG, by rule', 'calculated', rags)}
        {select('Priority', 'priority', labelled(PRIORITIES, PRIORITY_LABELS))}
      </SimpleGrid>
      <Checkbox
        label="No evidence"
        checked={search.evidence === 'none'}
        onChange={(event) => onChange({ evidence: event.currentTarget.checked ? 'none' : undefined })}
      />
      <Checkbox
        label="Silent for over 14 days"
        checked={search.updates === 'silent'}
        onChange={(event) => onChange({ updates: event.currentTarget.checked ? 'silent' : undefined })}
      />
      <Checkbox
        label="Declared RAG differs from the rule"
        checked={search.rating === 'mismatch'}
        onChange={(event) => onChange({ rating: event.currentTarget.checked ? 'mismatch' : undefined })}
      />
    </Stack>
  );
}
