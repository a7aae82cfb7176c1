import { holds } from '@gt/domain/authz';
import { Panel } from '@gt/ui';
import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import classes from './inbox.module.css';
import { feedQuery, useFeedWrites } from './queries.ts';

/** The person's due dates and meetings in their own calendar programme, behind a secret address; nothing for who has none. */
export function CalendarPanel() {
  return holds(useUser().roles, 'action.read') ? <Feed /> : null;
}

function Feed() {
  const found = useQuery(feedQuery());
  const { make, revoke } = useFeedWrites();
  const [address, setAddress] = useState('');
  const feed = found.data?.feed ?? null;
  const failed = (error: unknown) => toast(problemOf(error).message);
  const onMake = () =>
    make.mutate(undefined, {
      onSuccess: (made) => setAddress(made.address),
      onError: failed,
    });
  const onRevoke = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        setAddress('');
        toast('The address has ended. Calendars that have it read nothing any more.');
      },
      onError: failed,
    });
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => toast('The address is on your clipboard.'),
      () => toast('It could not be copied. Mark the address and press Ctrl+C.'),
    );
  return (
    <Panel title="Your dates in your calendar">
      <p>
        Your calendar programme can show when your actions are due and when the reviews and boards that you
        belong to are held: references, days and times, with a link here, and no words of the plan. Whoever
        has the address can read them, so keep it to yourself.
      </p>
      {found.isError ? <ProblemPanel error={found.error} onRetry={() => void found.refetch()} /> : null}
      {feed ? (
        <p className={classes.at}>
          There is an address, made on {dayInWords(feed.createdAt)},{' '}
          {feed.lastReadAt ? `last read on ${dayInWords(feed.lastReadAt)}` : 'not read yet'}.
        </p>
      ) : null}
      {address ? (
        <TextInput
          mt="sm"
          maw={640}
          label="Secret address"
          description="It is shown this one time only. Add it to your calendar as a subscription."
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
      <Group gap="xs" mt="md">
        {address ? <Button onClick={copy}>Copy the address</Button> : null}
        <Button variant="default" loading={make.isPending} disabled={found.isPending} onClick={onMake}>
          {feed ? 'Make another address; this one ends' : 'Make a secret address'}
        </Button>
        {feed ? (
          <Button variant="default" loading={revoke.isPending} onClick={onRevoke}>
            End the address
          </Button>
        ) : null}
      </Group>
    </Panel>
  );
}
