import { countOf, listWords } from '@gt/domain/wording';
import { ErrorSummary, Panel, ProgressLine } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { problemOf } from '../../../lib/problem.ts';
import { trpc } from '../../../lib/trpc.ts';
import { ReviewWords } from '../../screening/public.tsx';
import type { Tally } from '../meeting/agenda.ts';
import { useMeeting } from '../meeting/meeting-context.ts';
import { useMarks, useSenderState } from '../meeting/use-queue-sender.ts';
import { reviewQuery } from '../queries.ts';
import { ArisingList, DecisionList } from '../record/review-lists.tsx';
import { AttendancePanel, useAttendance } from './attendance-panel.tsx';
import classes from './closing.module.css';
import { SummaryPanel, useSummary } from './summary-panel.tsx';

/** How long words that are on their way may take before the freeze is put off, and how often they are looked at; ms. */
const WAIT_MS = 8_000;
const LOOK_MS = 50;

/** The end of a review: who was there, what came of it, what will happen; then it is frozen for good. */
export function CloseReview({ tally, onBack }: { tally: Tally; onBack: () => void }) {
  const { review, sender, pull, isConnected } = useMeeting();
  const heading = useRef<HTMLHeadingElement>(null);
  const attendance = useAttendance(review);
  const summary = useSummary(review);
  const client = useQueryClient();
  const { queue, isOffline } = useSenderState(sender);
  const [problems, setProblems] = useState<readonly { message: string }[]>([]);
  const [isFreezing, setFreezing] = useState(false);
  const freeze = useMutation(trpc.reviews.freeze.mutationOptions());
  useEffect(() => heading.current?.focus(), []);

  /** True once everything that was typed in this tab is with the server. */
  const allWritten = async () => {
    sender.flush();
    const kept = (await attendance.flush()) && (await summary.flush());
    for (let waited = 0; waited < WAIT_MS && sender.state().queue.length > 0; waited += LOOK_MS) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return kept && sender.state().queue.length === 0;
  };
  const end = async () => {
    setProblems([]);
    setFreezing(true);
    try {
      if (!(await allWritten())) {
        setProblems([
          {
            message:
              'Some of what was typed is not with the server yet, or needs your answer. Your words are kept: look above, then freeze again.',
          },
        ]);
        return;
      }
      // Whatever was written just now made another version of the review.
      const now = await client.fetchQuery({ ...reviewQuery(review.id), staleTime: 0 });
      if (now.state !== 'OPEN') return;
      const frozen = await freeze.mutateAsync({ reviewId: review.id, version: now.version });
      toast(frozen.sentence);
    } catch (error) {
      const { code, message, current } = problemOf(error);
      const who = current?.changedBy ?? 'Somebody else';
      setProblems([
        {
          message:
            code === 'CONFLICT'
              ? `${who} changed the review at this moment. It is shown as it is now: look once more, then freeze it.`
              : message,
        },
      ]);
    } finally {
      setFreezing(false);
      pull();
      void client.invalidateQueries({ queryKey: trpc.reviews.list.pathKey() });
    }
  };
  const isBusy = isFreezing || freeze.isPending;
  return (
    <div className={classes.closing}>
      <div className={classes.inner}>
        <h2 ref={heading} tabIndex={-1} className={classes.heading}>
          Close the review
        </h2>
        <ErrorSummary errors={problems} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <AttendancePanel review={review} kept={attendance} />
            <SummaryPanel kept={summary} />
          </div>
          <div className={classes.column}>
            <Panel title="Decisions made">
              <DecisionList decisions={review.decisionsMade} planId={review.planId} />
            </Panel>
            <Panel title="Actions arising">
              <ArisingList review={review} />
            </Panel>
            <OpenEnds />
            <ReviewWords reviewId={review.id} />
            <Panel title="What will happen">
              <ul className={classes.will}>
                <li>Every action, recommendation, measure and colour is kept as at this moment.</li>
                <li>The minutes are made as PDF and Word, and sent to the members by e-mail.</li>
                <li>
                  {tally.parked + tally.waiting > 0
                    ? 'Open decisions and what was parked go to the next review.'
                    : 'Decisions that are open go to the next review.'}
                </li>
                <li>Nothing in this review can be changed afterwards. A correction stands beside it.</li>
              </ul>
              {isBusy ? <ProgressLine label="Freezing the review" share={null} /> : null}
              <div className={classes.ways}>
                <Button onClick={() => void end()} loading={isBusy} disabled={!isConnected || isOffline}>
                  Freeze the review
                </Button>
                <Button variant="default" onClick={onBack} disabled={isBusy}>
                  Back to the meeting
                </Button>
              </div>
              {!isConnected || isOffline ? (
                <p className={classes.quiet}>It can be frozen once you are connected again.</p>
              ) : null}
              {queue.length > 0 && isConnected ? (
                <p className={classes.quiet}>{countOf(queue.length, 'note')} on the way to the server.</p>
              ) : null}
            </Panel>
          </div>
        </div>
      </div>
    </div>
  );
}

/** What was parked, and what the meeting did not come to. */
function OpenEnds() {
  const { review, sender } = useMeeting();
  const marks = useMarks(sender);
  const stateOf = (item: (typeof review.agenda)[number]) => marks.get(item.id)?.state ?? item.state;
  const parked = review.agenda.filter((item) => stateOf(item) === 'PARKED');
  const waiting = review.agenda.filter((item) => stateOf(item) === 'WAITING');
  const named = (items: typeof parked) =>
    listWords(
      items.map(({ reference }) => reference),
      12,
    );
  return (
    <Panel title="Parked, and not reached">
      <p className={classes.line}>{parked.length > 0 ? `Parked: ${named(parked)}.` : 'Nothing is parked.'}</p>
      <p className={classes.line}>
        {waiting.length > 0
          ? `Not reached: ${named(waiting)}. They stay as they are, and come up again while they fit the agenda.`
          : 'Everything was reached.'}
      </p>
    </Panel>
  );
}
