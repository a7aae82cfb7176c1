import { countOf } from '@gt/domain/wording';
import { SkeletonRows, sizeInWords } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { OmissionList } from './omission-list.tsx';
import classes from './packs.module.css';
import { type PackRow, packQuery, type Verdict, verifyMutation } from './queries.ts';

/** A finished pack: what it holds, its checksum, what was left out; download and check. */
export function ReadyPack({ pack }: { pack: PackRow }) {
  const { id, number, fileName, sha256, size, counts, finishedAt } = pack;
  const verify = useMutation(verifyMutation());
  return (
    <div className={classes.readyPack}>
      <p className={classes.fileName}>{fileName}</p>
      <dl className={classes.facts}>
        <dt>Size</dt>
        <dd>{size === null ? 'Not recorded' : sizeInWords(size)}</dd>
        {finishedAt ? (
          <>
            <dt>Finished</dt>
            <dd>
              {dayInWords(finishedAt)} at {timeInWords(finishedAt)}
            </dd>
          </>
        ) : null}
        {counts ? (
          <>
            <dt>Holds</dt>
            <dd>
              {countOf(counts.recommendations, 'recommendation')}, {countOf(counts.actions, 'action')},{' '}
              {counts.evidenceIncluded} of {countOf(counts.evidenceInScope, 'item')} of evidence
            </dd>
          </>
        ) : null}
        <dt>SHA-256</dt>
        <dd className={classes.hash}>{sha256}</dd>
      </dl>
      <LeftOut pack={pack} />
      <Group gap="xs">
        <Button component="a" href={`/files/packs/${id}`} download size="compact-md">
          Download<span className="gt-visually-hidden"> pack {number}</span>
        </Button>
        <Button
          variant="default"
          size="compact-md"
          loading={verify.isPending}
          onClick={() => verify.mutate({ packId: id })}
        >
          Check<span className="gt-visually-hidden"> pack {number}</span>
        </Button>
      </Group>
      <div role="status">{verify.data ? <VerdictWords verdict={verify.data} /> : null}</div>
      {verify.error ? <ProblemPanel error={verify.error} /> : null}
    </div>
  );
}

function VerdictWords({ verdict: { ok, sentence, problems, problemsTotal } }: { verdict: Verdict }) {
  return (
    <div className={classes.verdict} data-ok={ok}>
      <p>
        <span aria-hidden="true">{ok ? '✓ ' : '▲ '}</span>
        {sentence}
      </p>
      {problems.length > 0 ? (
        <ul>
          {problems.map(({ path, problem, detail }) => (
            <li key={`${path} ${problem}`}>
              <strong>{path}</strong>: {detail}
            </li>
          ))}
        </ul>
      ) : null}
      {problemsTotal > problems.length ? <p>{problemsTotal - problems.length} more.</p> : null}
    </div>
  );
}

/** Fetched when somebody opens it: the list can be long. */
function LeftOut({ pack: { id, counts } }: { pack: PackRow }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...packQuery(id), enabled: isOpen });
  const left = (counts?.evidenceLeftOut ?? 0) + (counts?.textsLeftOut ?? 0);
  if (!counts || left === 0) return <p className={classes.note}>Nothing in scope was left out.</p>;
  const summary = `${countOf(left, 'item')} left out, with the reason`;
  if (data) return <OmissionList summary={summary} omissions={data.omissions} isOpen />;
  return (
    <details className={classes.omissions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!error ? <SkeletonRows rows={Math.min(left, 5)} label="Loading what was left out" /> : null}
    </details>
  );
}
