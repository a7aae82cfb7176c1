import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, SkeletonRows, SplitView } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import type { MeasuresSearch } from '../../lib/measures-search.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { filterMeasures, isOfView } from './filter-measures.ts';
import { MeasureFormDialog } from './measure-form-dialog.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { MeasuresFilters, measuresShown } from './measures-filters.tsx';
import { MeasuresTable } from './measures-table.tsx';
import { choicesQuery, measuresQuery } from './queries.ts';
import { StandardsDialog } from './standards-dialog.tsx';

const CLEARED = { show: undefined, recommendation: undefined, q: undefined };

/** A plan's measures: where each stands, how far from target and which way it goes; one open beside the list. */
export function MeasuresPage() {
  const { planId } = useParams({ from: signedIn(paths.measures) });
  const search = useSearch({ from: signedIn(paths.measures) });
  const navigate = useNavigate({ from: paths.measures });
  const { roles } = useUser();
  const [dialog, setDialog] = useState<'add' | 'standards' | null>(null);
  const removed = search.show === 'removed';
  const choices = useQuery(choicesQuery(planId));
  const live = useQuery(measuresQuery(planId));
  const bin = useQuery({ ...measuresQuery(planId, { removed: true }), enabled: removed });
  const list = removed ? bin : live;
  const change = useCallback(
    (patch: MeasuresSearch, replace = false) =>
      void navigate({
        search: (before: MeasuresSearch) => ({ ...before, ...patch }),
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const found = filterMeasures(list.data ?? [], search);
  const rows = found.filter((row) => isOfView(row, search.show));
  const mayEdit = holds(roles, 'measure.edit');
  const words = measuresShown(search);
  const add = mayEdit ? () => setDialog('add') : undefined;
  const close = () => setDialog(null);
  return (
    <Page
      title="Measures"
      lead={live.data ? countOf(live.data.length, 'measure') : undefined}
      printFilter={words || 'All measures'}
      actions={
        <Group gap="xs">
          {holds(roles, 'measure.enter') ? (
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to={paths.figureImports} params={{ planId }} />}
            >
              Figures from a file …
            </Button>
          ) : null}
          {mayEdit ? (
            <Button variant="default" onClick={() => setDialog('standards')}>
              Choose standard measures …
            </Button>
          ) : null}
          {add ? <Button onClick={add}>Add a measure</Button> : null}
        </Group>
      }
    >
      <SplitView
        panel={
          search.open ? (
            <MeasurePanel planId={planId} open={search.open} onClose={() => change({ open: undefined })} />
          ) : null
        }
      >
        <MeasuresFilters
          search={search}
          rows={filterMeasures(live.data ?? [], search)}
          mayRestore={mayEdit}
          recommendations={choices.data?.recommendations ?? []}
          onChange={change}
        />
        {list.isPending ? <SkeletonRows rows={8} rowHeight={56} label="Loading measures" /> : null}
        {list.isError ? <ProblemPanel error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? (
          <Nothing words={words} isBin={removed} onClear={() => change(CLEARED)} onAdd={add} />
        ) : null}
        {rows.length > 0 ? <MeasuresTable planId={planId} rows={rows} open={search.open} /> : null}
      </SplitView>
      {dialog === 'standards' ? (
        <StandardsDialog planId={planId} recommendationId={search.recommendation} onClose={close} />
      ) : null}
      {dialog === 'add' ? (
        <MeasureFormDialog
          planId={planId}
          recommendationId={search.recommendation}
          onClose={close}
          onCreated={(open) => change({ ...CLEARED, open })}
        />
      ) : null}
    </Page>
  );
}

type NothingProps = { words: string; isBin: boolean; onClear: () => void; onAdd?: () => void };

function Nothing({ words, isBin, onClear, onAdd }: NothingProps) {
  if (words) {
    return (
      <EmptyState
        sentence={isBin ? 'No measure is in the recycle bin.' : `No measure fits: ${words}.`}
        buttonLabel="Show all measures"
        onButton={onClear}
      />
    );
  }
  return (
    <EmptyState
      sentence="No measure yet. A measure shows whether what is done makes a difference for children: what is counted, where it stood, where it should stand, and the figures since."
      {...(onAdd ? { buttonLabel: 'Add a measure', onButton: onAdd } : {})}
    />
  );
}
