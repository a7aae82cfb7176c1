import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import { type Choices, chooseMutation, refreshWorkbooks, type Workbook } from './queries.ts';

/**
 * What is chosen for a workbook, kept on the server with each choice, one after another, so that a reload loses
 * nothing. `choices` is what the person sees at once; what the rows become follows when the server has answered.
 */
export function useChoices(workbook: Workbook) {
  const choose = useMutation(chooseMutation());
  const [ahead, setAhead] = useState<Choices | null>(null);
  const [problem, setProblem] = useState('');
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const version = useRef(workbook.version);
  const waiting = useRef(0);
  if (waiting.current === 0) version.current = workbook.version;
  const latest = useRef(workbook.choices);
  if (waiting.current === 0) latest.current = workbook.choices;

  const change = (more: Partial<Choices>) => {
    latest.current = { ...latest.current, ...more };
    const choices = latest.current;
    setAhead(choices);
    waiting.current += 1;
    line.current = line.current
      .then(() => choose.mutateAsync({ workbookId: workbook.id, version: version.current, choices }))
      .then(
        (written) => {
          version.current = written.version;
          setProblem('');
        },
        (error: unknown) => setProblem(problemOf(error).message),
      )
      .then(async () => {
        if (waiting.current === 1) await refreshWorkbooks();
        waiting.current -= 1;
        if (waiting.current === 0) setAhead(null);
      });
  };
  return { choices: ahead ?? workbook.choices, change, isSaving: ahead !== null, problem };
}

export type ChoicesHandle = ReturnType<typeof useChoices>;
