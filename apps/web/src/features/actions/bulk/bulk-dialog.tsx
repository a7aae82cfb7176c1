import { countOf } from '@gt/domain/wording';
import { Dialog, ErrorSummary, ProgressLine } from '@gt/ui';
import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useWriteForm } from '../../../lib/use-write-form.ts';
import { type BulkItem, type BulkResult, BulkResults, runBulk } from '../../assignments/public.tsx';
import { type BulkKind, type BulkValues, bulkChangeOf, NOTHING_YET } from './bulk-change.ts';
import { BulkFields } from './bulk-fields.tsx';

type BulkDialogProps = {
  kind: BulkKind;
  items: readonly BulkItem[];
  onClose: () => void;
  onDone: (results: readonly BulkResult[]) => void;
  onUndone: () => void;
};

const TITLES: Record<BulkKind, (what: string) => string> = {
  DUE_DATE: (what) => `Move the due date of ${what}`,
  STATUS: (what) => `Change the status of ${what}`,
  PRIORITY: (what) => `Change the priority of ${what}`,
  REVIEW_MARK: (what) => `Mark ${what} for the next review`,
};
/** One change for the actions that are selected: what, why, how far it is, and a line for each of what became of it. */
export function BulkDialog({ kind, items, onClose, onDone, onUndone }: BulkDialogProps) {
  const [values, setValues] = useState(NOTHING_YET);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [results, setResults] = useState<BulkResult[] | null>(null);
  const form = useWriteForm();
  const stop = useRef<AbortController>(undefined);
  const key = useMemo(() => crypto.randomUUID(), []);
  const set = (patch: Partial<BulkValues>) => setValues({ ...values, ...patch });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = bulkChangeOf(kind, values);
    if (!form.passes('found' in wanted ? wanted.found : []) || !('change' in wanted)) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    const saved = await form.send(async () => {
      const answer = await runBulk(wanted.change, items, key, signal, setProgress);
      setResults(answer);
      onDone(answer);
    });
    setProgress(null);
    if (!saved) onUndone();
  };
  const title = TITLES[kind](countOf(items.length, 'action'));
  if (results) return <BulkResults title={title} results={results} onClose={onClose} onUndone={onUndone} />;
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false}>
      <ErrorSummary {...form.summary} />
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <BulkFields kind={kind} values={values} errors={form.errors} onChange={set} />
          {progress ? (
            <ProgressLine
              label={`${progress.done} of ${countOf(progress.of, 'action')}`}
              share={progress.done / progress.of}
            />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => (progress ? stop.current?.abort() : onClose())}>
              {progress ? 'Stop' : 'Go back'}
            </Button>
            <Button type="submit" loading={progress !== null}>
              Change {countOf(items.length, 'action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
