import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  EVIDENCE_STANDING_LABELS,
  EVIDENCE_STANDINGS,
  EVIDENCE_STATE_LABELS,
  EVIDENCE_STATES,
  type EvidenceKind,
  type EvidenceStandingFilter,
  type EvidenceState,
} from '@gt/contracts/words';
import { NativeSelect } from '@mantine/core';
import { useCallback } from 'react';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { FindBox } from '../../components/find-box.tsx';
import type { EvidenceSearch } from '../../lib/evidence-search.ts';
import classes from './evidence.module.css';

type EvidenceFiltersProps = {
  search: EvidenceSearch;
  counts: Record<EvidenceState, number> | undefined;
  recommendations: readonly { id: string; number: number }[];
  /** `replace` for typing, so that Back does not go through every letter. */
  onChange: (patch: EvidenceSearch, replace?: boolean) => void;
};

/** State with its count, kind, recommendation and words; all of them stand in the address. */
export function EvidenceFilters({ search, counts, recommendations, onChange }: EvidenceFiltersProps) {
  const find = useCallback((q: string) => onChange({ q: q || undefined }, true), [onChange]);
  const all = counts ? EVIDENCE_STATES.reduce((sum, state) => sum + counts[state], 0) : null;
  const choice = (state: EvidenceState | undefined, words: string, count: number | null | undefined) => ({
    key: words,
    words: `${words} ${count ?? ''}`,
    isChosen: search.state === state,
    onChoose: () => onChange({ state }),
  });
  return (
    <search className={`${classes.filters} gt-screen-only`} aria-label="Filter evidence">
      <ChoiceRow
        legend="Check"
        choices={[
          choice(undefined, 'All', all),
          ...EVIDENCE_STATES.map((state) => choice(state, EVIDENCE_STATE_LABELS[state], counts?.[state])),
        ]}
      />
      <NativeSelect
        aria-label="Still current"
        value={search.standing ?? ''}
        data={[
          { value: '', label: 'Current or not' },
          ...EVIDENCE_STANDINGS.map((value) => ({ value, label: EVIDENCE_STANDING_LABELS[value] })),
        ]}
        onChange={(event) =>
          onChange({ standing: (event.currentTarget.value || undefined) as EvidenceStandingFilter })
        }
      />
      <NativeSelect
        aria-label="Kind"
        value={search.kind ?? ''}
        data={[
          { value: '', label: 'Every kind' },
          ...EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_KIND_LABELS[value] })),
        ]}
        onChange={(event) => onChange({ kind: (event.currentTarget.value || undefined) as EvidenceKind })}
      />
      {recommendations.length > 0 ? (
        <NativeSelect
          aria-label="Recommendation"
          value={search.recommendation ?? ''}
          data={[
            { value: '', label: 'Every recommendation' },
            ...recommendations.map(({ id, number }) => ({ value: id, label: `Under R${number}` })),
          ]}
          onChange={(event) => onChange({ recommendation: event.currentTarget.value || undefined })}
        />
      ) : null}
      <FindBox
        label="Find in reference, title, what it shows and file name"
        value={search.q ?? ''}
        onFind={find}
        className={classes.find}
      />
    </search>
  );
}
