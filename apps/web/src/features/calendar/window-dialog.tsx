import { formatDate, type IsoDate } from '@gt/contracts/words';
import { validateWindow } from '@gt/domain/visit';
import { REASON_MAX } from '@gt/domain/wording';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useDraft } from '../../lib/use-draft.ts';
import { useUnreadableDates } from '../../lib/use-unreadable-dates.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './clocks-panel.module.css';
import { useCalendarWrites, type VisitWindow } from './queries.ts';

const PREFIX = 'window-';

/** Assumes other days than the usual ones, with why; or goes back to the usual ones. */
export function WindowDialog({ window, onClose }: { window: VisitWindow; onClose: () => void }) {
  const { inspectionId, kind, name, usual, isChanged } = window;
  const [initial] = useState({
    fromDate: window.from as IsoDate | null,
    untilDate: window.until as IsoDate | null,
    reason: '',
    version: window.version,
  });
  const draft = useDraft(
    `window:${inspectionId}:${kind}`,
    { entityType: 'INSPECTION', entityId: inspectionId },
    initial,
  );
  const { fromDate, untilDate, reason, version } = draft.values;
  const unreadable = useUnreadableDates({ fromDate: 'the first day', untilDate: 'the last day' });
  const { setWindow } = useCalendarWrites();
  const form = useWriteForm(PREFIX);

  const save = async (days: { fromDate: IsoDate | null; untilDate: IsoDate | null }) => {
    const facts = { ...days, reason: reason.trim() };
    if (!form.passes([...unreadable.problems, ...validateWindow(facts)])) return;
    const at = form.conflict?.version ?? version;
    const saved = await form.send(() => setWindow.mutateAsync({ inspectionId, kind, version: at, ...facts }));
    if (!saved) return;
    draft.clear();
    toast(days.fromDate ? 'The window is changed.' : 'The usual window is assumed again.');
    onClose();
  };
  const submit = () => {
    const missing = [
      ...(fromDate ? [] : [{ field: 'fromDate', message: 'Enter the first day of the window' }]),
      ...(untilDate ? [] : [{ field: 'untilDate', message: 'Enter the last day of the window' }]),
    ];
    if (missing.length > 0 && unreadable.problems.length === 0) form.passes(missing);
    else void save({ fromDate, untilDate });
  };
  return (
    <Dialog onClose={onClose} size="lg" title={`${name}: assume another window`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          {form.conflict ? (
            <p role="alert" className={classes.notice}>
              {form.conflict.changedBy} changed this window while you were writing. Your words are kept: press
              once more to save them after theirs, which stay on record.
            </p>
          ) : null}
          <p className={classes.quiet}>
            The usual window is {formatDate(usual.from)} to {formatDate(usual.until)}. {usual.words}
          </p>
          <DateField
            id={`${PREFIX}fromDate`}
            label="Could come from"
            value={fromDate}
            onChange={(day) => draft.set({ fromDate: day })}
            onUnreadable={unreadable.watch('fromDate')}
            error={form.errors.fromDate}
          />
          <DateField
            id={`${PREFIX}untilDate`}
            label="Most likely until"
            value={untilDate}
            onChange={(day) => draft.set({ untilDate: day })}
            onUnreadable={unreadable.watch('untilDate')}
            error={form.errors.untilDate}
          />
          <LongText
            id={`${PREFIX}reason`}
            label="Why"
            description="Such as what was said at the annual conversation. It stays on record."
            autosize
            minRows={2}
            limit={REASON_MAX}
            value={reason}
            onChange={(event) => draft.set({ reason: event.currentTarget.value })}
            error={form.errors.reason}
          />
          <DialogButtons
            label="Assume this window"
            busy={setWindow.isPending}
            backLabel="Discard"
            onBack={() => {
              draft.clear();
              onClose();
            }}
          >
            {isChanged ? (
              <Button variant="subtle" onClick={() => void save({ fromDate: null, untilDate: null })}>
                Back to the usual window
              </Button>
            ) : null}
          </DialogButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
