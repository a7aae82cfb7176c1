import { LongText, Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { trpcClient } from '../../../lib/trpc.ts';
import type { Review } from '../queries.ts';
import classes from './closing.module.css';
import type { KeptState } from './kept-write.ts';
import { useKeptWrite } from './use-kept-write.ts';

const MAX = 20_000;
type Kept = KeptState<string> & { change: (value: string) => void; flush: () => Promise<boolean> };

/** The closing words, kept on the server as they are typed. */
export function useSummary(review: Review): Kept {
  return useKeptWrite<string>(review, {
    of: ({ summary }) => summary,
    save: async (summary, version) =>
      (await trpcClient.reviews.saveSummary.mutate({ reviewId: review.id, version, summary })).version,
  });
}

/** What the chair says at the end, for the minutes. */
export function SummaryPanel({ kept }: { kept: Kept }) {
  const { value, change, status, theirs, message } = kept;
  return (
    <Panel title="Closing words">
      {status === 'conflict' && theirs !== undefined ? (
        <div role="alert" className={classes.notice}>
          <p>Somebody else wrote closing words meanwhile: “{theirs}”</p>
          <Button size="compact-sm" variant="default" onClick={() => change(theirs)}>
            Take theirs
          </Button>{' '}
          <Button size="compact-sm" variant="default" onClick={() => change(`${theirs}\n\n${value}`)}>
            Keep both
          </Button>{' '}
          <Button size="compact-sm" variant="default" onClick={() => change(value)}>
            Keep mine
          </Button>
        </div>
      ) : null}
      <LongText
        id="review-summary"
        label="For the minutes (optional)"
        description="Do not name a child."
        limit={MAX}
        minRows={3}
        maxRows={12}
        value={value}
        error={status === 'refused' ? message : undefined}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </Panel>
  );
}
