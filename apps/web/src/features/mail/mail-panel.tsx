import { isInsideAddress } from '@gt/domain/reminder';
import { ErrorSummary, Panel, SkeletonRows } from '@gt/ui';
import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { domainsIn, givenUpWords, waitingWords } from './mail-words.ts';
import { type MailState, mailStateQuery, useMailWrites } from './queries.ts';

/** Whether mail goes out, what stops it, and to which addresses it may carry words of the plan. */
export function MailPanel() {
  const found = useQuery(mailStateQuery());
  return (
    <Panel title="Mail">
      {found.isPending ? <SkeletonRows rows={3} label="Asking how mail stands" /> : null}
      {found.isError ? <ProblemPanel error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <Stack gap="lg">
          <Standing state={found.data} />
          <InsideForm key={found.data.insideDomains.join(' ')} was={found.data.insideDomains} />
        </Stack>
      ) : null}
    </Panel>
  );
}

function Standing({ state }: { state: MailState }) {
  const { tryAgain } = useMailWrites();
  const { waiting, givenUp, sentLately } = state;
  const isStuck = givenUp.count > 0 || waiting.lastError !== null;
  const onTry = () =>
    tryAgain.mutate(undefined, {
      onSuccess: ({ count }) => toast(`${count} to be tried again now.`),
      onError: (error) => toast(problemOf(error).message),
    });
  return (
    <div>
      {state.isSetUp ? null : (
        <Alert title="Mail is not set up" mb="sm">
          Digests, nudges and minutes come to the inbox here, and one-time links are shown to you once.
          Whoever looks after the server sets it up with SMTP_URL and MAIL_FROM.
        </Alert>
      )}
      <p>
        {waitingWords(waiting)} {givenUpWords(givenUp)} Sent in the last 24 hours: {sentLately}.
      </p>
      {waiting.lastError ? (
        <p>What the mail server said last of one that waits: {waiting.lastError}</p>
      ) : null}
      {givenUp.lastError ? <p>Why the newest was given up: {givenUp.lastError}</p> : null}
      {isStuck ? (
        <Button variant="default" mt="xs" loading={tryAgain.isPending} onClick={onTry}>
          Try them again now
        </Button>
      ) : null}
    </div>
  );
}

function InsideForm({ was }: { was: string[] }) {
  const [typed, setTyped] = useState(was.join('\n'));
  const { setInside } = useMailWrites();
  const form = useWriteForm('mail-');
  const { email } = useUser();
  const submit = async () => {
    const saved = await form.send(() => setInside.mutateAsync({ domains: domainsIn(typed), was }));
    if (saved) toast('The list has been changed.');
  };
  return (
    <form
      noValidate
      aria-label="Domains inside"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <p role="alert">
          {form.conflict.changedBy} changed the list just now. Copy what you typed, and reload the page to see
          what it is.
        </p>
      ) : null}
      <Textarea
        id="mail-domains"
        label="Domains of the trust and the council"
        description="One a line, such as trust.example.org. Only addresses at these are mailed words of the plan; any other is mailed references and a link."
        autosize
        minRows={2}
        maw={480}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={form.errors.domains}
      />
      {isInsideAddress(email, domainsIn(typed)) ? null : <p>Your own address is not at any of them.</p>}
      <Button type="submit" mt="sm" loading={setInside.isPending}>
        Save
      </Button>
    </form>
  );
}
