import { ATTENDANCE_LABELS, type Attendance } from '@gt/contracts/words';
import { Panel } from '@gt/ui';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Segments } from '../../../components/segments.tsx';
import { useCompany } from '../../../lib/live/also-here.ts';
import { useUser } from '../../../lib/session.ts';
import { trpcClient } from '../../../lib/trpc.ts';
import type { Review } from '../queries.ts';
import classes from './closing.module.css';
import type { KeptState } from './kept-write.ts';
import { useKeptWrite } from './use-kept-write.ts';

export type Attending = { userId: string | null; name: string; attendance: Attendance };
type Kept<T> = KeptState<T> & { change: (value: T) => void; flush: () => Promise<boolean> };

const OPTIONS = (['PRESENT', 'APOLOGIES', 'ABSENT'] as const).map((value) => ({
  value: value as Attendance,
  label: ATTENDANCE_LABELS[value],
}));
/** The most people of one meeting. */
const MOST = 100;

const attendingOf = (review: Review): Attending[] =>
  review.attendances.map(({ userId, name, attendance }) => ({ userId, name, attendance }));

/** Who was there, kept on the server as it is marked. */
export function useAttendance(review: Review): Kept<Attending[]> {
  return useKeptWrite<Attending[]>(review, {
    of: attendingOf,
    save: async (attendances, version) =>
      (await trpcClient.reviews.setAttendance.mutate({ reviewId: review.id, version, attendances })).version,
  });
}

/** Members and guests, each present, with apologies or absent; a guest is named by post. */
export function AttendancePanel({ review, kept }: { review: Review; kept: Kept<Attending[]> }) {
  const [guest, setGuest] = useState('');
  const { value: people, change, status, theirs, message } = kept;
  const set = (index: number, attendance: Attendance) =>
    change(people.map((person, at) => (at === index ? { ...person, attendance } : person)));
  const { present } = useCompany(review.id);
  const user = useUser();
  const here = [...present, { userId: user.id, name: user.name }];
  const isHere = ({ userId }: Attending) => here.some((other) => other.userId === userId);
  const missed = here.filter(({ userId }) => !people.some((person) => person.userId === userId));
  const toMark = missed.length + people.filter((one) => one.attendance === 'EXPECTED' && isHere(one)).length;
  const markThoseHere = () =>
    change([
      ...people.map((one) =>
        one.attendance === 'EXPECTED' && isHere(one) ? { ...one, attendance: 'PRESENT' as const } : one,
      ),
      ...missed.map(({ userId, name }) => ({ userId, name, attendance: 'PRESENT' as const })),
    ]);
  const unmarked = people.filter(({ attendance }) => attendance === 'EXPECTED').length;
  const chairs = new Set(
    review.attendances.flatMap(({ userId, isChair }) => (isChair && userId ? [userId] : [])),
  );
  const leavers = new Set(
    review.attendances.flatMap(({ userId, hasLeft }) => (hasLeft && userId ? [userId] : [])),
  );
  const add = () => {
    const name = guest.trim();
    if (name === '' || people.length >= MOST) return;
    change([...people, { userId: null, name, attendance: 'PRESENT' }]);
    setGuest('');
  };
  return (
    <Panel
      title="Who was there"
      aside={
        toMark > 0 ? (
          <Button size="compact-sm" variant="default" onClick={markThoseHere}>
            Mark {toMark === 1 ? 'the one' : `the ${toMark}`} in the meeting as present
          </Button>
        ) : unmarked > 0 ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              change(
                people.map((person) =>
                  person.attendance === 'EXPECTED' ? { ...person, attendance: 'PRESENT' } : person,
                ),
              )
            }
          >
            The other {unmarked} were present
          </Button>
        ) : null
      }
    >
      {status === 'conflict' && theirs ? (
        <div role="alert" className={classes.notice}>
          Somebody else marked who was there meanwhile.{' '}
          <Button size="compact-sm" variant="default" onClick={() => change(theirs)}>
            Take theirs
          </Button>{' '}
          <Button size="compact-sm" variant="default" onClick={() => change(people)}>
            Keep mine
          </Button>
        </div>
      ) : null}
      {status === 'refused' ? (
        <p role="alert" className={classes.notice}>
          {message}
        </p>
      ) : null}
      {people.length === 0 ? (
        <p className={classes.quiet}>Nobody is named as a member of this meeting.</p>
      ) : null}
      <ul className={classes.people}>
        {people.map(({ userId, name, attendance }, index) => (
          <li key={userId ?? `${index} ${name}`}>
            <span className={classes.name}>
              {name}
              <span className={classes.quiet}>
                {userId === null ? ' guest' : ''}
                {userId !== null && chairs.has(userId) ? ' chair' : ''}
                {userId !== null && leavers.has(userId) ? ' has left' : ''}
                {attendance === 'EXPECTED' ? ' not marked yet' : ''}
              </span>
            </span>
            <Segments
              label={`${name} was`}
              value={attendance}
              options={OPTIONS}
              onChange={(next) => set(index, next)}
            />
            {userId === null ? (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => change(people.filter((_, at) => at !== index))}
              >
                Remove<span className="gt-visually-hidden"> {name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <form
        className={classes.guest}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          label="A guest, by post"
          description="For example, Designated Nurse. Up to 200 characters."
          maxLength={200}
          value={guest}
          onChange={(event) => setGuest(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={guest.trim() === '' || people.length >= MOST}>
          Add the guest
        </Button>
      </form>
    </Panel>
  );
}
