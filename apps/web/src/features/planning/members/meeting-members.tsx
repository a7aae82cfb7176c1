import { MEETING_KIND_LABELS, type MeetingKind } from '@gt/contracts/words';
import { useId, useRef } from 'react';
import { toast } from '../../../components/toast.tsx';
import type { MeetingMembersOut, MemberChoice } from '../queries.ts';
import { AddMember } from './add-member.tsx';
import { MemberRow } from './member-row.tsx';
import classes from './members.module.css';
import { type MemberChange, useMemberWrite } from './use-member-write.ts';

type MeetingMembersProps = {
  planId: string;
  kind: MeetingKind;
  found: MeetingMembersOut;
  people: readonly MemberChoice[];
};

type Member = MeetingMembersOut['members'][number];

const EMPTY: Record<MeetingKind, string> = {
  REVIEW: 'Nobody belongs to it yet. Members are expected at each review and are sent its minutes.',
  BOARD: 'Nobody belongs to it yet. Members are expected at each board and are sent its minutes.',
};

/** Who belongs to one meeting, its chair first; each change is saved at once and can be taken back. */
export function MeetingMembers({ planId, kind, found, people }: MeetingMembersProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { write, isPending, problem } = useMemberWrite(planId, kind);
  const { members, asks } = found;
  const meeting = MEETING_KIND_LABELS[kind].toLowerCase();
  const chair = members.find(({ isChair }) => isChair);

  const change = async (words: string, changes: MemberChange[], undo: MemberChange[]): Promise<boolean> => {
    const isDone = await write(changes);
    if (isDone) toast(words, { undo: () => void write(undo) });
    return isDone;
  };
  const add = ({ userId, name }: MemberChoice) =>
    change(
      `${name} belongs to the ${meeting}.`,
      [{ userId, was: 'NONE', standing: 'MEMBER' }],
      [{ userId, was: 'MEMBER', standing: 'NONE' }],
    );
  const makeChair = ({ userId, name }: Member) =>
    change(
      `${name} chairs the ${meeting}.`,
      [{ userId, was: 'MEMBER', standing: 'CHAIR' }],
      chair?.isActive
        ? [{ userId: chair.userId, was: 'MEMBER', standing: 'CHAIR' }]
        : [{ userId, was: 'CHAIR', standing: 'MEMBER' }],
    );
  const remove = async ({ userId, name, isChair, isActive }: Member) => {
    const was = isChair ? ('CHAIR' as const) : ('MEMBER' as const);
    const changes: MemberChange[] = [{ userId, was, standing: 'NONE' }];
    // Whoever left cannot be put back, so there is nothing to take back.
    const isDone = isActive
      ? await change(`${name} does not belong to the ${meeting} any more.`, changes, [
          { userId, was: 'NONE', standing: was },
        ])
      : await write(changes);
    if (isDone) heading.current?.focus();
  };
  const free = people.filter(({ userId }) => !members.some((member) => member.userId === userId));
  return (
    <section aria-labelledby={headingId} className={classes.meeting}>
      <h3 id={headingId} ref={heading} tabIndex={-1} className={classes.heading}>
        {MEETING_KIND_LABELS[kind]}
      </h3>
      {asks.map((ask) => (
        <p key={ask} className={classes.ask}>
          {ask}
        </p>
      ))}
      {members.length === 0 ? <p className={classes.quiet}>{EMPTY[kind]}</p> : null}
      <ul className={classes.list}>
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            meeting={meeting}
            onChair={() => void makeChair(member)}
            onRemove={() => void remove(member)}
          />
        ))}
      </ul>
      {problem ? (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      ) : null}
      <AddMember meeting={meeting} choices={free} isBusy={isPending} onAdd={add} />
    </section>
  );
}
