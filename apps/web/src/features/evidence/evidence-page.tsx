import { EVIDENCE_KIND_LABELS, EVIDENCE_STANDING_LABELS, EVIDENCE_STATE_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { EmptyState, SkeletonRows, SplitView } from '@gt/ui';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import type { EvidenceSearch } from '../../lib/evidence-search.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { OpenScreenings, ScreenedTexts } from '../screening/public.tsx';
import classes from './evidence.module.css';
import { EvidenceFilters } from './evidence-filters.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { choicesQuery, type EvidenceFilter, evidenceListQuery } from './queries.ts';
import { SamplePanel } from './sample-panel.tsx';
import { WaitingList } from './waiting-list.tsx';

const CLEARED = {
  state: undefined,
  standing: undefined,
  kind: undefined,
  recommendation: undefined,
  action: undefined,
  q: undefined,
};

function filterOf({ state, standing, kind, recommendation, action, q }: EvidenceSearch): EvidenceFilter {
  return {
    ...(state ? { states: [state] } : {}),
    ...(standing ? { standing } : {}),
    ...(kind ? { kinds: [kind] } : {}),
    ...(recommendation ? { recommendationId: recommendation } : {}),
    ...(action ? { actionId: action } : {}),
    ...(q ? { q } : {}),
  };
}

/** The filter in words, for an empty list and for paper. */
function filterWords({ state, standing, kind, recommendation, action, q }: EvidenceSearch): string {
  const words = [
    state && EVIDENCE_STATE_LABELS[state],
    standing && EVIDENCE_STANDING_LABELS[standing],
    kind && EVIDENCE_KIND_LABELS[kind],
    recommendation && 'under one recommendation',
    action && 'of one action',
    q && `“${q}”`,
  ];
  return words.filter(Boolean).join('; ');
}

/** A plan's evidence, what waits for one's own check first, an item open beside it. */
export function EvidencePage() {
  const { planId } = useParams({ from: signedIn(paths.evidence) });
  const search = useSearch({ from: signedIn(paths.evidence) });
  const navigate = useNavigate({ from: paths.evidence });
  const choices = useQuery(choicesQuery(planId));
  const list = useInfiniteQuery(evidenceListQuery({ planId, filter: filterOf(search) }));
  const change = useCallback(
    (patch: EvidenceSearch, replace = false) =>
      void navigate({
        search: (before: EvidenceSearch) => ({ ...before, ...patch }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const words = filterWords(search);
  const panel = search.open ? (
    <EvidencePanel evidenceId={search.open} onClose={() => change({ open: undefined })} />
  ) : null;
  return (
    <Page
      title="Evidence"
      lead={first ? countOf(first.total, 'item', 'items') : undefined}
      printFilter={words || 'All evidence'}
    >
      <SplitView panel={panel}>
        {/* Whoever looks for something finds it at the top. */}
        {words ? null : (
          <>
            <WaitingList planId={planId} />
            <OpenScreenings planId={planId} />
            <ScreenedTexts planId={planId} />
            <SamplePanel planId={planId} />
          </>
        )}
        <EvidenceFilters
          search={search}
          counts={first?.counts}
          recommendations={choices.data?.recommendations ?? []}
          onChange={change}
        />
        {list.isPending ? <SkeletonRows rows={8} rowHeight={56} label="Loading evidence" /> : null}
        {list.isError ? <ProblemPanel error={list.error} onRetry={() => void list.refetch()} /> : null}
        {first && rows.length === 0 ? (
          <Nothing planId={planId} words={words} onClear={() => change(CLEARED)} />
        ) : null}
        {rows.length > 0 ? <EvidenceTable planId={planId} rows={rows} open={search.open} /> : null}
        {list.hasNextPage ? (
          <Button
            className={classes.more}
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show more
          </Button>
        ) : null}
      </SplitView>
    </Page>
  );
}

function Nothing({ planId, words, onClear }: { planId: string; words: string; onClear: () => void }) {
  if (words) {
    return (
      <EmptyState
        sentence={`No evidence fits: ${words}.`}
        buttonLabel="Show all evidence"
        onButton={onClear}
      />
    );
  }
  return (
    <EmptyState
      sentence="No evidence yet. It is added where it belongs: open an action and upload the files that show it was done."
      action={
        <Button renderRoot={(props) => <Link {...props} to={paths.planActions} params={{ planId }} />}>
          Go to the actions
        </Button>
      }
    />
  );
}
