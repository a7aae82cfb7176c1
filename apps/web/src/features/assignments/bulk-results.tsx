import { countOf } from '@gt/domain/wording';
import { Dialog, ErrorSummary } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import classes from './bulk-results.module.css';
import type { BulkResult } from './queries.ts';
import { resultLines, undoBulk } from './run-bulk.ts';

type BulkResultsProps = {
  title: string;
  results: readonly BulkResult[];
  onClose: () => void;
  onUndone: () => void;
};

/** Lines in the page at once; the copied text holds all of them. */
const SHOWN = 300;

/** A line for each action: done, or refused and why. Refused ones come first, and stay selected in the table. */
export function BulkResults({ title, results: first, onClose, onUndone }: BulkResultsProps) {
  const [results, setResults] = useState(first);
  const [undone, setUndone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  const [errors, setErrors] = useState<{ message: string }[]>([]);
  const refused = results.filter(({ ok }) => !ok);
  const done = results.filter(({ ok }) => ok);
  const changed = done.filter((result) => result.changed);
  const lines = [...refused, ...done];
  const undo = async () => {
    setBusy(true);
    try {
      setResults(await undoBulk(results));
      setUndone(true);
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    }
    setBusy(false);
    onUndone();
  };
  const what = undone ? 'taken back' : 'done';
  return (
    <Dialog onClose={onClose} size="lg" title={undone ? 'Taken back' : title}>
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <p role="status">
          {countOf(done.length, 'action')} {what}, {refused.length} refused.{' '}
          {refused.length > 0 ? 'The refused ones stay selected in the table.' : ''}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className={classes.frame} aria-label="What became of each" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Ref</th>
                <th scope="col">Outcome</th>
                <th scope="col">What happened</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, SHOWN).map(({ actionId, reference, ok, changed: isChanged, sentence }) => (
                <tr key={actionId}>
                  <th scope="row">{reference}</th>
                  <td className={ok ? classes.done : classes.refused}>
                    {ok ? (isChanged ? 'Done' : 'As it was') : 'Refused'}
                  </td>
                  <td>{sentence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {lines.length > SHOWN ? (
          <p>
            {countOf(lines.length - SHOWN, 'more line')} not shown here. Copy the list to read all{' '}
            {lines.length}.
          </p>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(resultLines(lines)).then(() => setCopied(true))}
          >
            {copied ? 'Copied' : 'Copy the list'}
          </Button>
          {changed.length > 0 && !undone ? (
            <Button variant="default" loading={busy} onClick={() => void undo()}>
              Undo {countOf(changed.length, 'change')}
            </Button>
          ) : null}
          <Button data-autofocus onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
