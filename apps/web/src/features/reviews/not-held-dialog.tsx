import { ConfirmDialog } from '@gt/ui';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { type ReviewRow, useReviewWrites } from './queries.ts';
import { reviewName, whenWords } from './review-words.ts';

type NotHeldDialogProps = { review: ReviewRow; opened: boolean; onClose: () => void };

/** A prepared review is not held: it stays on record with the reason. */
export function NotHeldDialog({ review, opened, onClose }: NotHeldDialogProps) {
  const { cancel } = useReviewWrites();
  const [refusal, setRefusal] = useState<string>();
  const confirm = (reason: string) => {
    setRefusal(undefined);
    void cancel
      .mutateAsync({ reviewId: review.id, version: review.version, reason })
      .then(() => {
        toast(`${reviewName(review)} is marked as not held.`);
        onClose();
      })
      .catch((error: unknown) => setRefusal(problemOf(error).message));
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={`${reviewName(review)} is not held?`}
      confirmLabel="It is not held"
      reasonLabel="Why it is not held"
      busy={cancel.isPending}
      refusal={refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        It was to be on {whenWords(review)}. It stays on record with the reason, and cannot be opened any
        more. What was to be talked about comes up at the next one.
      </p>
    </ConfirmDialog>
  );
}
