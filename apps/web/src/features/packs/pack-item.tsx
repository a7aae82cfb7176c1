import { PACK_AUDIENCE_LABELS, PACK_STATE_LABELS, SENSITIVITY_LABELS } from '@gt/contracts/words';
import { ProgressLine } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { packProgress, packScopeWords } from './pack-words.ts';
import classes from './packs.module.css';
import { cancelMutation, isUnderWay, type PackRow, refreshPacks } from './queries.ts';
import { ReadyPack } from './ready-pack.tsx';

/** One pack: who asked for what and when, and what became of it. */
export function PackItem({ pack }: { pack: PackRow }) {
  const { number, state, marking, audience, requestedBy, requestedAt, finishedAt } = pack;
  const { failure, redactedAt, expiredAt } = pack;
  const withdrawn = redactedAt !== null;
  const expired = expiredAt !== null && !withdrawn;
  return (
    <li className={classes.pack} data-state={withdrawn || expired ? 'WITHDRAWN' : state}>
      <div className={classes.packHead}>
        <h3 className={classes.packTitle}>Pack {number}</h3>
        <span className={classes.state}>{stateWords(pack)}</span>
      </div>
      <p className={classes.meta}>
        {packScopeWords(pack)} · {PACK_AUDIENCE_LABELS[audience]} · {SENSITIVITY_LABELS[marking]} ·{' '}
        {requestedBy.name}, {dayInWords(requestedAt)} at {timeInWords(requestedAt)}
      </p>
      {isUnderWay(pack) ? <UnderWay pack={pack} /> : null}
      {state === 'READY' && !withdrawn && !expired ? <ReadyPack pack={pack} /> : null}
      {withdrawn ? (
        <p>Withdrawn on {dayInWords(redactedAt)}, because something in it was destroyed. Build a new one.</p>
      ) : null}
      {expired ? (
        <p>
          Its file was removed on {dayInWords(expiredAt)}, when the time for keeping it was over.{' '}
          <Link to={paths.pack} params={{ planId: pack.planId, packId: pack.id }}>
            What is on record of pack {number}
          </Link>
        </p>
      ) : null}
      {state === 'FAILED' ? (
        <p className={classes.bad}>
          <span aria-hidden="true">▲ </span>
          {failure}
        </p>
      ) : null}
      {state === 'CANCELLED' && finishedAt ? <p>Nothing was kept.</p> : null}
    </li>
  );
}

/** "Ready", "Withdrawn", "Expired". */
export function stateWords({ state, redactedAt, expiredAt }: PackRow): string {
  if (redactedAt !== null) return 'Withdrawn';
  return expiredAt === null ? PACK_STATE_LABELS[state] : 'Expired';
}

export function UnderWay({ pack }: { pack: PackRow }) {
  const cancel = useMutation({ ...cancelMutation(), onSettled: refreshPacks });
  const { share, stage } = packProgress(pack);
  const isCancelling = cancel.isPending || pack.cancelRequestedAt !== null;
  return (
    <div className={classes.underWay}>
      <ProgressLine label={`Building pack ${pack.number}`} share={share} stage={stage} />
      {cancel.error ? <ProblemPanel error={cancel.error} /> : null}
      <Button
        variant="default"
        size="compact-sm"
        disabled={isCancelling}
        onClick={() => cancel.mutate({ packId: pack.id })}
      >
        {isCancelling ? 'Cancelling' : `Cancel pack ${pack.number}`}
      </Button>
    </div>
  );
}
