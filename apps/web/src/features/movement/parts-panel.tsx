import { formatShortDate } from '@gt/contracts/words';
import { netWords } from '@gt/domain/snapshot';
import { type BarPair, BarPairs, DataTable, Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { Segments } from '../../components/segments.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './movement.module.css';
import type { Movement, PartMovement } from './queries.ts';

type By = 'recommendation' | 'team';
const BY: readonly { value: By; label: string }[] = [
  { value: 'recommendation', label: 'By recommendation' },
  { value: 'team', label: 'By team' },
];

type Part = PartMovement & { title?: string; fromEvidence?: string | null; toEvidence?: string | null };

type PartsPanelProps = { movement: Movement; by: By; onBy: (by: By) => void };

/** How the colours of each recommendation, or of each team, stood then and now, with the net. */
export function PartsPanel({ movement, by, onBy }: PartsPanelProps) {
  const { planId, from, to, counts, fromColours, toColours } = movement;
  const parts: readonly Part[] = by === 'team' ? movement.teams : movement.recommendations;
  const of = by === 'team' ? 'team' : 'recommendation';
  const whole: BarPair = {
    id: 'whole',
    label: 'Whole plan',
    from: fromColours,
    to: toColours,
    words: netWords(counts),
  };
  const pairs = parts.map(
    (part): BarPair => ({
      id: part.id ?? 'none',
      label: <PartName planId={planId} part={part} isTeam={by === 'team'} />,
      ...(part.title ? { detail: part.title } : {}),
      from: part.from,
      to: part.to,
      words: netWords(part),
    }),
  );
  const caption = `Actions by colour, then and now, for each ${of}`;
  return (
    <Panel
      title={by === 'team' ? 'By team' : 'By recommendation'}
      aside={
        <div className="gt-screen-only">
          <Segments label="What the bars are of" value={by} options={BY} onChange={onBy} />
        </div>
      }
    >
      <BarPairs
        caption={caption}
        fromName={formatShortDate(from.asAt)}
        toName={formatShortDate(to.asAt)}
        words={partsWords(parts, by)}
        pairs={parts.length > 1 ? [whole, ...pairs] : pairs}
      >
        <PartsTable caption={caption} of={of} parts={parts} />
      </BarPairs>
    </Panel>
  );
}

function partName({ name }: Pick<Part, 'name'>): string {
  return name ?? 'Without a team';
}

/** Which part gained most, and which lost most. */
function partsWords(parts: readonly Part[], by: By): string {
  const gained = parts.filter(({ net }) => net > 0).toSorted((a, b) => b.net - a.net)[0];
  const lost = parts.filter(({ net }) => net < 0).toSorted((a, b) => a.net - b.net)[0];
  const words = [
    ...(gained ? [`${partName(gained)} gained most (${netWords(gained)})`] : []),
    ...(lost ? [`${partName(lost)} lost most (${netWords(lost)})`] : []),
  ];
  if (words.length > 0) return `${words.join('; ')}. Cancelled actions are left out.`;
  return `No ${by} gained or lost. Cancelled actions are left out.`;
}

function PartName({ planId, part, isTeam }: { planId: string; part: Part; isTeam: boolean }) {
  if (isTeam || part.id === null) return partName(part);
  return (
    <Link to={paths.recommendation} params={{ planId, recommendationId: part.id }} className={classes.link}>
      {partName(part)}
    </Link>
  );
}

function PartsTable({ caption, of, parts }: { caption: string; of: string; parts: readonly Part[] }) {
  const hasEvidence = parts.some(({ toEvidence }) => toEvidence !== undefined);
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">{of === 'team' ? 'Team' : 'Recommendation'}</th>
          <th scope="col">Better</th>
          <th scope="col">Worse</th>
          <th scope="col">Net</th>
          <th scope="col">Closed</th>
          <th scope="col">Dates slipped</th>
          <th scope="col">New</th>
          <th scope="col">Removed</th>
          {hasEvidence ? <th scope="col">Evidence test, then and now</th> : null}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id ?? 'none'}>
            <th scope="row">{partName(part)}</th>
            <td>{part.better}</td>
            <td>{part.worse}</td>
            <td>{part.net > 0 ? `+${part.net}` : String(part.net).replace('-', '−')}</td>
            <td>{part.closed}</td>
            <td>{part.slipped}</td>
            <td>{part.added}</td>
            <td>{part.gone}</td>
            {hasEvidence ? <td>{evidenceWords(part)}</td> : null}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function evidenceWords({ fromEvidence, toEvidence }: Part): string {
  if (!toEvidence) return '–';
  return !fromEvidence || fromEvidence === toEvidence ? toEvidence : `${fromEvidence} → ${toEvidence}`;
}
