import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  EVIDENCE_STATE_LABELS,
  EVIDENCE_STATES,
  type EvidenceKind,
  type EvidenceState,
} from '@gt/contracts/words';
import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { EvidenceSearch } from '../../lib/evidence-search.ts';
import classes from './evidence.module.css';

type EvidenceFiltersProps = {
  search: EvidenceSearch;
  counts: Record<EvidenceState, number> | undefined;
  recommendations: readonly { id: string; number: number }[];
  /** `replace` for typing, so that Back does not go through every letter. */
  onChange: (patch: EvidenceSearch, replace?: boolean) => void;
};

/** How long typing pauses before the list is asked again. */
const PAUSE = 300;

/** State with its count, kind, recommendation and words; all of them stand in the address. */
export function EvidenceFilters({ search, counts, recommendations, onChange }: EvidenceFiltersProps) {
  const all = counts ? EVIDENCE_STATES.reduce((sum, state) => sum + counts[state], 0) : null;
  const choice = (state: EvidenceState | undefined, words: string, count: number | null | undefined) => (
    <button
      key={words}
      type="button"
      className={classes.stateChoice}
      aria-pressed={search.state === state}
      onClick={() => onChange({ state })}
    >
      {words} {count ?? ''}
    </button>
  );
  return (
    <search className={`${classes.filters} gt-screen-only`} aria-label="Filter evidence">
      <fieldset className={classes.states}>
        <legend className="gt-visually-hidden">Check</legend>
        {choice(undefined, 'All', all)}
        {EVIDENCE_STATES.map((state) => choice(state, EVIDENCE_STATE_LABELS[state], counts?.[state]))}
      </fieldset>
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
      <Find value={search.q ?? ''} onFind={(q) => onChange({ q: q || undefined }, true)} />
    </search>
  );
}

function Find({ value, onFind }: { value: string; onFind: (q: string) => void }) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  // The address changed elsewhere (Back, a cleared filter): show what it says.
  if (value !== sent) {
    setSent(value);
    setText(value);
  }
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(() => {
      setSent(text);
      onFind(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, sent, onFind]);
  return (
    <TextInput
      type="search"
      aria-label="Find in reference, title, what it shows and file name"
      placeholder="Find…"
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      className={classes.find}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
