import { Panel, SkeletonRows } from '@gt/ui';
import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { gapCounts } from '../../components/gap-counts.ts';
import { GapList } from '../../components/gap-list.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './packs.module.css';
import type { Readiness, ReadinessRow } from './queries.ts';

type ReadinessPanelProps = {
  planId: string;
  /** Of the whole plan: every recommendation can be chosen. */
  readiness: Readiness | undefined;
  /** The honest line about what is chosen. */
  line: string | undefined;
  error: unknown;
  onRetry: () => void;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
};

/** So many items stand open from the start. */
const FEW = 12;

/** What an inspector would miss: one row per recommendation, each gap leading to where it is mended. */
export function ReadinessPanel(props: ReadinessPanelProps) {
  const { planId, readiness, line, error, onRetry, chosen, onChoose } = props;
  const rows = readiness?.recommendations ?? [];
  const items = readiness?.items ?? 0;
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const isAllOpen = isOpen ?? items <= FEW;
  return (
    <Panel
      title="Ready for an inspector?"
      aside={
        items > 0 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!isAllOpen)}>
            {isAllOpen ? 'Fold the items away' : 'Show every item'}
          </Button>
        ) : undefined
      }
    >
      {error ? <ProblemPanel error={error} onRetry={onRetry} /> : null}
      {!readiness && !error ? (
        <SkeletonRows rows={7} rowHeight={56} label="Looking at what is ready" />
      ) : null}
      {line ? (
        <p className={classes.line} data-ready={line.startsWith('Ready:')} role="status">
          {line}.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Choice rows={rows} chosen={chosen} onChoose={onChoose} />
          <ul className={classes.rows}>
            {rows.map((row) => (
              <Row
                key={row.id}
                planId={planId}
                row={row}
                isChosen={chosen.has(row.id)}
                isOpen={isAllOpen}
                onToggle={(isChosen) => {
                  const next = new Set(chosen);
                  if (isChosen) next.add(row.id);
                  else next.delete(row.id);
                  onChoose(next);
                }}
              />
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}

function Choice({
  rows,
  chosen,
  onChoose,
}: { rows: readonly ReadinessRow[] } & Pick<ReadinessPanelProps, 'chosen' | 'onChoose'>) {
  const all = chosen.size === rows.length;
  return (
    <Checkbox
      className={`${classes.all} gt-screen-only`}
      label={all ? 'Whole plan' : `${chosen.size} of ${rows.length} recommendations chosen for the pack`}
      checked={all}
      indeterminate={!all && chosen.size > 0}
      onChange={() => onChoose(all ? new Set() : new Set(rows.map(({ id }) => id)))}
    />
  );
}

type RowProps = {
  planId: string;
  row: ReadinessRow;
  isChosen: boolean;
  isOpen: boolean;
  onToggle: (isChosen: boolean) => void;
};

function Row({ planId, row, isChosen, isOpen, onToggle }: RowProps) {
  const { id, reference, title, isReady, items } = row;
  return (
    <li className={classes.row} data-chosen={isChosen}>
      <Checkbox
        aria-label={`${reference} in the pack`}
        checked={isChosen}
        onChange={(event) => onToggle(event.currentTarget.checked)}
        className="gt-screen-only"
      />
      <div className={classes.rowBody}>
        <p className={classes.rowTitle}>
          <span className="gt-figures">{reference}</span>{' '}
          <Link to={paths.recommendation} params={{ planId, recommendationId: id }}>
            {title}
          </Link>
        </p>
        {isReady ? (
          <p className={classes.ready}>✓ Ready</p>
        ) : (
          <details open={isOpen} className={classes.gaps}>
            <summary className={classes.counts}>{gapCounts(items)}</summary>
            <GapList planId={planId} items={items} />
          </details>
        )}
      </div>
    </li>
  );
}
