import { useEffect, useState } from 'react';
import { problemOf } from '../../../lib/problem.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import type { Review } from '../queries.ts';
import { type KeptState, KeptWrite } from './kept-write.ts';

type Part<T> = {
  of: (review: Review) => T;
  save: (value: T, version: number) => Promise<number>;
};

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** One part of the review that this page writes whole: as it is here, and the ways to change it. */
export function useKeptWrite<T>(review: Review, part: Part<T>) {
  const [state, setState] = useState<KeptState<T>>(() => ({ value: part.of(review), status: 'saved' }));
  const [kept] = useState(
    () =>
      new KeptWrite<T>(
        {
          save: part.save,
          fetch: async () => {
            const now = await trpcClient.reviews.get.query({ reviewId: review.id });
            return { version: now.version, value: part.of(now) };
          },
          problemOf,
          isSame,
          onState: setState,
        },
        { value: part.of(review), version: review.version },
      ),
  );
  const told = part.of(review);
  useEffect(() => kept.take(told, review.version));
  useEffect(
    () => () => {
      void kept.flush();
    },
    [kept],
  );
  return { ...state, change: (value: T) => kept.change(value), flush: () => kept.flush() };
}
