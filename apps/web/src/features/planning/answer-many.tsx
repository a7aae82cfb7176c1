import type { RouterOutputs } from '@gt/api/types';
import type { DueDateApproval, IsoDate } from '@gt/contracts/words';
import { agreeDueDate, checkDueDateAnswer, DECISION_NOTE_MAX } from '@gt/domain/planning';
import { countOf } from '@gt/domain/wording';
import { DateField, ErrorSummary, LongText } from '@gt/ui';
import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { FormButtons } from './form-buttons.tsx';
import classes from './pages.module.css';
import { type RequestRow, useDateWrites } from './queries.ts';

export type ManyResult = RouterOutputs['planning']['decideDueDates']['results'][number];

type AnswerManyProps = {
  approval: DueDateApproval;
  picked: readonly RequestRow[];
  all: readonly RequestRow[];
  onAll: (isOn: boolean) => void;
  results: readonly ManyResult[];
  onDone: (results: readonly ManyResult[]) => void;
};

/** One answer to several requests, and a line for each of what became of it. */
export function AnswerMany({ approval, picked, all, onAll, results, onDone }: AnswerManyProps) {
  const [answer, setAnswer] = useState<'AGREE' | 'REFUSE' | null>(null);
  return (
    <div className={classes.bar}>
      <Group gap="sm">
        <Checkbox
          label={picked.length > 0 ? `${countOf(picked.length, 'request')} chosen` : 'Choose all'}
          checked={picked.length === all.length}
          indeterminate={picked.length > 0 && picked.length < all.length}
          onChange={(event) => onAll(event.currentTarget.checked)}
        />
        {picked.length > 0 && answer === null ? (
          <>
            <Button size="xs" onClick={() => setAnswer('AGREE')}>
              Agree {countOf(picked.length, 'date')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAnswer('REFUSE')}>
              Refuse {countOf(picked.length, 'date')}
            </Button>
          </>
        ) : null}
      </Group>
      {picked.length > 0 && answer ? (
        <ManyForm
          approval={approval}
          picked={picked}
          isAgreed={answer === 'AGREE'}
          onClose={() => setAnswer(null)}
          onDone={(found) => {
            setAnswer(null);
            onDone(found);
          }}
        />
      ) : null}
      <Results results={results} />
    </div>
  );
}

function Results({ results }: { results: readonly ManyResult[] }) {
  if (results.length === 0) return null;
  const done = results.filter(({ ok }) => ok).length;
  return (
    <div role="status">
      <p>
        {countOf(done, 'request')} answered
        {done < results.length ? `, ${countOf(results.length - done, 'request')} not:` : '.'}
      </p>
      <ul className={classes.results}>
        {results
          .filter(({ ok }) => !ok)
          .map(({ requestId, reference, message }) => (
            <li key={requestId}>
              {reference}: {message}
            </li>
          ))}
      </ul>
    </div>
  );
}

type ManyFormProps = {
  approval: DueDateApproval;
  picked: readonly RequestRow[];
  isAgreed: boolean;
  onClose: () => void;
  onDone: (results: readonly ManyResult[]) => void;
};

function ManyForm({ approval, picked, isAgreed, onClose, onDone }: ManyFormProps) {
  const today = useToday();
  const [note, setNote] = useState('');
  const [agreedOn, setAgreedOn] = useState<IsoDate | null>(null);
  const { decideMany } = useDateWrites();
  const form = useWriteForm('many-');
  const asksBoard = isAgreed && approval === 'BOARD';
  const submit = async () => {
    const agreement = agreeDueDate({ approval, isAsked: true, isFirst: false, agreedOn, today });
    const problems = [
      ...(isAgreed && !agreement.ok ? agreement.problems : []),
      ...checkDueDateAnswer({ state: 'PENDING', isAgreed, note }),
    ];
    if (!form.passes(problems)) return;
    const requests = picked.map(({ id: requestId, version }) => ({ requestId, version }));
    const input = { requests, isAgreed, note, agreedOn: asksBoard ? agreedOn : null };
    await form.send(async () => onDone((await decideMany.mutateAsync(input)).results));
  };
  return (
    <form
      noValidate
      aria-label={isAgreed ? 'Agree the chosen dates' : 'Refuse the chosen dates'}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="sm" mt="sm">
        {asksBoard ? (
          <DateField
            id="many-agreedOn"
            label="Day of the board that agreed"
            value={agreedOn}
            onChange={setAgreedOn}
            error={form.errors.agreedOn}
          />
        ) : null}
        <LongText
          id="many-note"
          label={isAgreed ? 'Note to all (optional)' : 'Why the dates stay'}
          description="Whoever asked reads it. Do not name a child."
          limit={DECISION_NOTE_MAX}
          value={note}
          autoFocus
          onChange={(event) => setNote(event.currentTarget.value)}
          error={form.errors.note}
        />
        <FormButtons
          label={`${isAgreed ? 'Agree' : 'Refuse'} ${countOf(picked.length, 'date')}`}
          busy={decideMany.isPending}
          onBack={onClose}
        />
      </Stack>
    </form>
  );
}
