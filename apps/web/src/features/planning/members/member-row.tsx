import { Button } from '@mantine/core';
import type { MeetingMembersOut } from '../queries.ts';
import { postWords, standingWords } from './member-words.ts';
import classes from './members.module.css';

type MemberRowProps = {
  member: MeetingMembersOut['members'][number];
  meeting: string;
  onChair: () => void;
  onRemove: () => void;
};

/** One member: the name, what must be known beside it, and what can be done. */
export function MemberRow({ member, meeting, onChair, onRemove }: MemberRowProps) {
  const { name, isChair, isActive, mayChair } = member;
  const beside = [postWords(member), standingWords(member)].filter(Boolean);
  return (
    <li className={classes.member}>
      <span className={classes.name}>
        {name}
        {isChair ? <span className={classes.chair}>Chair</span> : null}
        {beside.map((words) => (
          <span key={words} className={classes.beside}>
            {words}
          </span>
        ))}
      </span>
      <span className={classes.deeds}>
        {!isChair && isActive && mayChair ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Make chair of the ${meeting}: ${name}`}
            onClick={onChair}
          >
            Make chair
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`Take off the ${meeting}: ${name}`}
          onClick={onRemove}
        >
          Take off
        </Button>
      </span>
    </li>
  );
}
