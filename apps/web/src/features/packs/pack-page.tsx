import { PACK_AUDIENCE_LABELS, SENSITIVITY_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, Panel, SkeletonRows, sizeInWords } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { OmissionsPanel } from './omissions-panel.tsx';
import { stateWords, UnderWay } from './pack-item.tsx';
import { packDayWords, packScopeWords } from './pack-words.ts';
import classes from './packs.module.css';
import { ProofPanel } from './proof-panel.tsx';
import { isUnderWay, type PackDetail, packQuery } from './queries.ts';

/** One pack: what it is, how to prove it, what was left out, what is different from the last, and who took it. */
export function PackPage() {
  const { planId, packId } = useParams({ from: signedIn(paths.pack) });
  const mayRead = holds(useUser().roles, 'pack.read');
  const { data, error, refetch } = useQuery({ ...packQuery(packId), enabled: mayRead });
  return (
    <Page
      title={data ? `Pack ${data.number}` : 'Pack'}
      lead={
        <Link className="gt-screen-only" to={paths.packs} params={{ planId }}>
          All packs
        </Link>
      }
      actions={<ProofNav planId={planId} />}
      marking={data ? SENSITIVITY_LABELS[data.marking] : undefined}
    >
      {mayRead ? null : <EmptyState sentence="Packs are read by the programme lead." />}
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayRead && !data && !error ? <SkeletonRows rows={6} rowHeight={64} label="Loading the pack" /> : null}
      {data ? <Body pack={data} /> : null}
    </Page>
  );
}

function Body({ pack }: { pack: PackDetail }) {
  const isReady = pack.state === 'READY' && pack.redactedAt === null;
  return (
    <div className={classes.stack}>
      <FactsPanel pack={pack} />
      {isReady ? <ProofPanel pack={pack} /> : null}
      {isReady ? <OmissionsPanel pack={pack} /> : null}
      {isReady && pack.comparison ? <ComparisonPanel comparison={pack.comparison} /> : null}
      {isReady ? <DownloadsPanel pack={pack} /> : null}
    </div>
  );
}

function FactsPanel({ pack }: { pack: PackDetail }) {
  const { counts, size, finishedAt, failure, redactedAt, expiredAt, coverNote, fileName } = pack;
  const facts: [string, string][] = [
    ['State', stateWords(pack)],
    ['Holds', packScopeWords(pack)],
    ['Made for', PACK_AUDIENCE_LABELS[pack.audience]],
    ['Tells of', packDayWords(pack)],
    ['Marking', SENSITIVITY_LABELS[pack.marking]],
    ['Asked for', `${momentWords(pack.requestedAt)} by ${pack.requestedBy.name}`],
    ['Finished', finishedAt ? momentWords(finishedAt) : ''],
    ['Evidence', counts ? evidenceWords(counts) : ''],
    ['File', fileName ?? ''],
    ['Size', size === null ? '' : sizeInWords(size)],
    ['Cover note', coverNote],
  ];
  return (
    <Panel title="What it is">
      {isUnderWay(pack) ? <UnderWay pack={pack} /> : null}
      {pack.isPartial ? (
        <p className={classes.bad}>
          <span aria-hidden="true">▲ </span>
          Partial: a file that belongs in this pack could not be given. What was left out names it.
        </p>
      ) : null}
      {failure ? <p className={classes.bad}>{failure}</p> : null}
      {redactedAt ? (
        <p>Withdrawn on {dayInWords(redactedAt)}, because something in it was destroyed. Build a new one.</p>
      ) : null}
      {expiredAt ? (
        <p>Its file was removed on {dayInWords(expiredAt)}, when the time for keeping it was over.</p>
      ) : null}
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {pack.state === 'READY' && redactedAt === null && expiredAt === null ? (
        <Taking packId={pack.id} />
      ) : null}
      {coverNote !== '' && redactedAt === null ? <DestroyNote pack={pack} /> : null}
    </Panel>
  );
}

/** The pack, and the sheet that goes beside it by another way. */
function Taking({ packId }: { packId: string }) {
  return (
    <Group gap="xs" my="md" className="gt-screen-only">
      <Button component="a" href={`/files/packs/${packId}`} download>
        Download the pack
      </Button>
      <Button component="a" variant="default" href={`/files/packs/${packId}/cover-sheet`} download>
        Cover sheet (PDF)
      </Button>
    </Group>
  );
}

/** The first of two people asks for the words of the cover to be destroyed; a finished pack goes with them. */
function DestroyNote({ pack: { id, number } }: { pack: PackDetail }) {
  const mayAsk = useMayRequestDestroy();
  const [isAsking, setAsking] = useState(false);
  if (!mayAsk) return null;
  return (
    <div className="gt-screen-only">
      <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
        Destroy what must not be there …
      </Button>
      <RequestDestroy
        opened={isAsking}
        onClose={() => setAsking(false)}
        entity="PACK"
        entityId={id}
        reference={`Pack ${number}`}
      />
    </div>
  );
}

function DownloadsPanel({ pack: { downloads, lastDownloads, expiresAt, expiredAt } }: { pack: PackDetail }) {
  const kept = expiresAt && !expiredAt ? `Its file is kept until ${dayInWords(expiresAt)}.` : '';
  return (
    <Panel title="Who took it" aside={downloads > 0 ? countOf(downloads, 'download') : undefined}>
      {lastDownloads.length === 0 ? <p className={classes.plain}>Nobody has downloaded it yet.</p> : null}
      <ul className={classes.plainList}>
        {lastDownloads.map(({ by, at }) => (
          <li key={`${by} ${at}`}>
            {by}, {momentWords(at)}
          </li>
        ))}
      </ul>
      {downloads > lastDownloads.length ? (
        <p className={classes.note}>{downloads - lastDownloads.length} earlier ones are in the history.</p>
      ) : null}
      {kept ? <p className={classes.note}>{kept} The record of it stays.</p> : null}
    </Panel>
  );
}

function momentWords(instant: string): string {
  return `${dayInWords(instant)} at ${timeInWords(instant)}`;
}

function evidenceWords(counts: NonNullable<PackDetail['counts']>): string {
  const { evidenceInScope, evidenceIncluded, evidenceLeftOut } = counts;
  return `${countOf(evidenceInScope, 'item')} in scope: ${evidenceIncluded} in the pack, ${evidenceLeftOut} left out`;
}
