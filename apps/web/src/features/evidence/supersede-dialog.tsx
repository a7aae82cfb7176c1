import { Dialog, DialogButtons, ErrorSummary } from '@gt/ui';
import { Radio, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FindBox } from '../../components/find-box.tsx';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './evidence.module.css';
import { type EvidenceDetail, evidenceListQuery, useEvidenceWrites } from './queries.ts';

const OFFERED = 20;

/** Says which item took this one's place. */
export function SupersedeDialog({ evidence, onClose }: { evidence: EvidenceDetail; onClose: () => void }) {
  const { id: evidenceId, version, reference, planId } = evidence;
  const [q, setQ] = useState('');
  const [byId, setById] = useState('');
  const filter = { states: ['SUBMITTED', 'ACCEPTED', 'RETURNED'] as const, ...(q ? { q } : {}) };
  const list = useInfiniteQuery(
    evidenceListQuery({ planId, filter: { ...filter, states: [...filter.states] } }),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows).filter((row) => row.id !== evidenceId) ?? [];
  const { supersede } = useEvidenceWrites();
  const form = useWriteForm();
  const submit = async () => {
    const message = 'Choose the evidence that took its place';
    if (!form.passes(byId === '' ? [{ field: 'by', message }] : [])) return;
    if (!(await form.send(() => supersede.mutateAsync({ evidenceId, version, byId })))) return;
    toast(
      `${reference} is superseded by ${rows.find((row) => row.id === byId)?.reference ?? 'another item'}.`,
    );
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={`What took the place of ${reference}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        {form.conflict ? (
          <p role="alert">
            {form.conflict.changedBy} changed this evidence while you were choosing. Close this and try again.
          </p>
        ) : null}
        <p className={classes.quiet}>
          {reference} stays on record, and says wherever it is used that it was superseded. It no longer
          counts towards an evidence test.
        </p>
        <FindBox label="Find in reference, title, what it shows and file name" value={q} onFind={setQ} />
        <Radio.Group
          id="by"
          label="Evidence of the plan"
          value={byId}
          onChange={setById}
          error={form.errors.by}
        >
          <div className={classes.results}>
            {rows.slice(0, OFFERED).map((row) => (
              <Radio key={row.id} value={row.id} label={`${row.reference} ${row.title}`} />
            ))}
            {list.isSuccess && rows.length === 0 ? (
              <p className={classes.quiet}>No other evidence fits. Try fewer words.</p>
            ) : null}
          </div>
        </Radio.Group>
        <DialogButtons
          label="Save it"
          busy={supersede.isPending}
          onSubmit={() => void submit()}
          onBack={onClose}
        />
      </Stack>
    </Dialog>
  );
}
