import { holds } from '@gt/domain/authz';
import { Button, Menu } from '@mantine/core';
import { IconArmchair, IconCheck, IconChevronDown, IconUser } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { useCompany } from '../../../lib/live/also-here.ts';
import { problemOf } from '../../../lib/problem.ts';
import { useUser } from '../../../lib/session.ts';
import { trpc, trpcClient } from '../../../lib/trpc.ts';
import type { Review } from '../queries.ts';
import { useMeeting } from './meeting-context.ts';

/** Whoever chairs and is not heard of for so long may have gone, in milliseconds: their page speaks every 20 seconds. */
const GONE_AFTER_MS = 8_000;

/** Whether nobody has heard of the chair for a while. */
function useChairIsGone(): boolean {
  const { review, isConnected } = useMeeting();
  const { present } = useCompany(review.id);
  const isHere = review.isChair || present.some(({ userId }) => userId === review.chair?.id);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    setGone(false);
    if (isHere || !isConnected) return;
    const timer = setTimeout(() => setGone(true), GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isHere, isConnected]);
  return isGone;
}

/** Whoever is handed the chair is there: they are put on the list of who was, if nobody has done so yet. */
async function addToList(
  review: Review,
  person: { userId: string; name: string } | undefined,
): Promise<void> {
  const { id: reviewId, version, attendances } = review;
  if (!person || attendances.some(({ userId }) => userId === person.userId)) return;
  const listed = attendances.map(({ userId, name, attendance }) => ({ userId, name, attendance }));
  await trpcClient.reviews.setAttendance.mutate({
    reviewId,
    version,
    attendances: [...listed, { userId: person.userId, name: person.name, attendance: 'PRESENT' }],
  });
}

/** Who leads the meeting: handed over by whoever does, taken by whoever may. */
export function ChairMenu() {
  const { review, place, pull, say } = useMeeting();
  const user = useUser();
  const { present } = useCompany(review.id);
  const isGone = useChairIsGone();
  const setChair = useMutation(trpc.reviews.setChair.mutationOptions());
  const give = (userId: string, words: string) =>
    addToList(
      review,
      present.find((person) => person.userId === userId),
    )
      .then(() => setChair.mutateAsync({ reviewId: review.id, userId }))
      .then(() => {
        toast(words);
        say(words);
      })
      .catch((error: unknown) => toast(problemOf(error).message))
      .finally(pull);
  const { isChair, mayChair, mayRun, chair } = review;
  const mayTake = !isChair && (mayChair || mayRun);
  const hereIds = new Set(present.map(({ userId }) => userId));
  const members = review.attendances.flatMap(({ userId, name, hasLeft }) =>
    userId && userId !== user.id && !hasLeft ? [{ userId, name }] : [],
  );
  const others = [
    ...present.filter(({ userId }) => userId !== user.id),
    ...members.filter(({ userId }) => !hereIds.has(userId)),
  ];
  const label = isChair
    ? 'You are chairing'
    : place.isFollowing
      ? `Following: ${chair?.name ?? 'nobody chairs'}`
      : 'Browsing on my own';
  const mayDoAnything = isChair || mayTake || !place.isFollowing;
  if (!mayDoAnything) return <span>{label}</span>;
  return (
    <>
      {isGone && mayTake && holds(user.roles, 'review.chair') ? (
        <Button
          size="compact-sm"
          loading={setChair.isPending}
          onClick={() => void give(user.id, 'You are chairing now.')}
        >
          {chair?.name ?? 'The chair'} is not here: take the chair
        </Button>
      ) : null}
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArmchair size={16} aria-hidden="true" />}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            maw="20rem"
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {place.isFollowing ? null : (
            <Menu.Item onClick={place.follow}>Back to where the chair is</Menu.Item>
          )}
          {mayTake ? (
            <Menu.Item onClick={() => void give(user.id, 'You are chairing now.')}>Take the chair</Menu.Item>
          ) : null}
          {isChair ? <Menu.Label>Hand the chair to</Menu.Label> : null}
          {isChair && others.length === 0 ? (
            <Menu.Item disabled>Nobody else is here, and no member is named</Menu.Item>
          ) : null}
          {isChair
            ? others.map(({ userId, name }) => (
                <Menu.Item
                  key={userId}
                  leftSection={
                    hereIds.has(userId) ? (
                      <IconCheck size={16} aria-hidden="true" />
                    ) : (
                      <IconUser size={16} aria-hidden="true" />
                    )
                  }
                  onClick={() => void give(userId, `${name} is chairing now.`)}
                >
                  {name}
                  {hereIds.has(userId) ? ', here' : ''}
                </Menu.Item>
              ))
            : null}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
