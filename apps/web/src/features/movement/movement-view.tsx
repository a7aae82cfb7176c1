import { MOVEMENT_KINDS, type MovementKind } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ChoiceRow } from '../../components/choice-row.tsx';
import type { MovementSearch } from '../../lib/movement-search.ts';
import { paths } from '../../lib/paths.ts';
import { MeasuresMoved } from './measures-moved.tsx';
import { MovedTable } from './moved-table.tsx';
import { KIND_LABELS } from './moved-words.ts';
import classes from './movement.module.css';
import { PartsPanel } from './parts-panel.tsx';
import type { Movement, SnapshotHead } from './queries.ts';

type MovementViewProps = {
  movement: Movement;
  search: MovementSearch;
  isStale: boolean;
  onChange: (patch: MovementSearch) => void;
  onMore: () => void;
};

/** What moved between two snapshots: in a sentence, as a picture, and action by action. */
export function MovementView({ movement, search, isStale, onChange, onMore }: MovementViewProps) {
  return (
    <div className={classes.root} data-stale={isStale}>
      <div className={classes.head}>
        <p className={classes.headline}>{movement.headline}</p>
        <p className={classes.quiet}>
          From <SnapshotLink snapshot={movement.from} />, to <SnapshotLink snapshot={movement.to} />.
        </p>
      </div>
      <PartsPanel
        movement={movement}
        by={search.by ?? 'recommendation'}
        onBy={(by) => onChange({ by: by === 'team' ? 'team' : undefined })}
      />
      <Moved movement={movement} search={search} onChange={onChange} onMore={onMore} />
      <MeasuresMoved planId={movement.planId} measures={movement.measures} />
    </div>
  );
}

function SnapshotLink({ snapshot: { id, planId, words } }: { snapshot: SnapshotHead }) {
  return (
    <Link to={paths.snapshot} params={{ planId, snapshotId: id }} className={classes.link}>
      {words.slice(0, 1).toLowerCase() + words.slice(1)}
    </Link>
  );
}

type MovedProps = Omit<MovementViewProps, 'isStale'>;

function Moved({ movement, search, onChange, onMore }: MovedProps) {
  const { planId, moved, shown, movedTotal, unmoved } = movement;
  const still = `${countOf(unmoved, 'action')} did not move.`;
  return (
    <Panel title="What moved" aside={countOf(movedTotal, 'action')}>
      {movedTotal > 0 ? <Narrowing movement={movement} search={search} onChange={onChange} /> : null}
      {moved.length > 0 ? <MovedTable planId={planId} moved={moved} /> : null}
      {movedTotal > 0 && shown === 0 ? (
        <p className={classes.quiet}>No action moved so. {still}</p>
      ) : (
        <p className={classes.after}>
          {shown > moved.length ? `The first ${moved.length} of ${shown} are shown. ` : ''}
          {still}
        </p>
      )}
      {shown > moved.length && moved.length < MOST ? (
        <Button variant="default" className="gt-screen-only" onClick={onMore}>
          Show more
        </Button>
      ) : null}
    </Panel>
  );
}

/** The most that one page shows; beyond it the movement is narrowed. */
export const MOST = 500;

function Narrowing({ movement, search, onChange }: Pick<MovedProps, 'movement' | 'search' | 'onChange'>) {
  const count: Record<MovementKind, number> = {
    WORSE: movement.counts.worse,
    SLIPPED: movement.counts.slipped,
    BETTER: movement.counts.better,
    CLOSED: movement.counts.closed,
    STATUS: movement.counts.otherStatus + movement.counts.reopened + movement.counts.cancelled,
    ADDED_OR_GONE: movement.counts.added + movement.counts.gone,
  };
  const kinds = MOVEMENT_KINDS.filter((kind) => count[kind] > 0 || kind === search.show);
  return (
    <div className={`${classes.narrowing} gt-screen-only`}>
      <ChoiceRow
        legend="Which movement"
        choices={[
          {
            key: 'all',
            words: `All (${movement.movedTotal})`,
            isChosen: search.show === undefined,
            onChoose: () => onChange({ show: undefined }),
          },
          ...kinds.map((kind) => ({
            key: kind,
            words: `${KIND_LABELS[kind]} (${count[kind]})`,
            isChosen: search.show === kind,
            onChoose: () => onChange({ show: kind }),
          })),
        ]}
      />
      <NativeSelect
        aria-label="Recommendation"
        className={classes.of}
        value={search.recommendation ?? ''}
        data={[
          { value: '', label: 'Every recommendation' },
          ...movement.recommendations.map(({ id, name, title }) => ({
            value: id ?? '',
            label: `${name} ${title.slice(0, 60)}`,
          })),
        ]}
        onChange={(event) => onChange({ recommendation: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        aria-label="Team"
        className={classes.of}
        value={search.team ?? ''}
        data={[
          { value: '', label: 'Every team' },
          ...movement.teams.flatMap(({ id, name }) => (id && name ? [{ value: id, label: name }] : [])),
        ]}
        onChange={(event) => onChange({ team: event.currentTarget.value || undefined })}
      />
    </div>
  );
}
