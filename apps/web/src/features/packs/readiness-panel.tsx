import { READINESS_GROUP_LABELS, READINESS_GROUPS } from '@gt/contracts/words';
import { Panel, SkeletonRows } from '@gt/ui';
import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths } from '../../lib/paths.ts';
import { itemCounts } from './pack-words.ts';
import classes from './packs.module.css';
import type { Readiness, ReadinessItem, ReadinessRow } from './queries.ts';

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
          <details open={isOpen}>
            <summary className={classes.counts}>{itemCounts(items)}</summary>
            <Groups planId={planId} items={items} />
          </details>
        )}
      </div>
    </li>
  );
}

function Groups({ planId, items }: { planId: string; items: readonly ReadinessItem[] }) {
  return (
    <dl className={classes.groups}>
      {READINESS_GROUPS.map((group) => {
        const found = items.filter((item) => item.group === group);
        if (found.length === 0) return null;
        return (
          <div key={group} className={classes.group}>
            <dt>{READINESS_GROUP_LABELS[group]}</dt>
            <dd>
              <ul>
                {found.map((item) => (
                  <li key={`${item.code} ${item.target.id}`}>
                    <Mending planId={planId} item={item} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The sentence as the way to where it is mended. */
function Mending({ planId, item: { sentence, target } }: { planId: string; item: ReadinessItem }) {
  if (target.kind === 'ACTION') {
    return (
      <Link to={paths.action} params={{ planId, actionId: target.id }}>
        {sentence}
      </Link>
    );
  }
  if (target.kind === 'EVIDENCE') {
    return (
      <Link to={paths.evidence} params={{ planId }} search={{ open: target.id }}>
        {sentence}
      </Link>
    );
  }
  return (
    <Link to={paths.recommendation} params={{ planId, recommendationId: target.id }}>
      {sentence}
    </Link>
  );
}
