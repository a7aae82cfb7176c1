import { countOf, listWords } from '@gt/domain/wording';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import {
  acceptMutation,
  askBackMutation,
  type BulkResult,
  offerAgainMutation,
  refreshAssignments,
} from './queries.ts';

type Entry = { actionId: string; version: number };

function refusedLines(results: readonly BulkResult[]): { message: string }[] {
  return results.flatMap(({ ok, reference, sentence }) =>
    ok ? [] : [{ message: `${reference || 'An action'}: ${sentence}` }],
  );
}

function doneWords(results: readonly BulkResult[], done: string): string {
  const references = results.flatMap(({ changed, reference }) => (changed ? [reference] : []));
  const what = references.length > 5 ? countOf(references.length, 'action') : listWords(references);
  return `${what} ${done}.`;
}

/**
 * Taking on what a team was given, asking back, and answering. What was done is said in a toast; what was refused
 * stays on the page in `refused`. Each call throws nothing for a refused action, and answers whether all went well.
 */
export function useAnswers() {
  const accept = useMutation(acceptMutation());
  const ask = useMutation(askBackMutation());
  const offer = useMutation(offerAgainMutation());
  const [refused, setRefused] = useState<{ message: string }[]>([]);
  const told = async (call: () => Promise<{ results: BulkResult[] }>, done: string): Promise<boolean> => {
    setRefused([]);
    const { results } = await call();
    const lines = refusedLines(results);
    setRefused(lines);
    if (results.some(({ changed }) => changed)) toast(doneWords(results, done));
    await refreshAssignments();
    return lines.length === 0;
  };
  return {
    refused,
    busy: accept.isPending,
    /** At once, without a form: what goes wrong is said on the page. */
    accept: async (entries: Entry[]) => {
      try {
        await told(() => accept.mutateAsync({ entries }), 'accepted');
      } catch (error) {
        setRefused([{ message: problemOf(error).message }]);
        await refreshAssignments();
      }
    },
    askBack: (entries: Entry[], note: string) => told(() => ask.mutateAsync({ entries, note }), 'asked back'),
    offerAgain: ({ actionId, version }: Entry, answer: string) =>
      told(() => offer.mutateAsync({ actionId, version, answer }), 'offered again'),
  };
}
