import { formatDate, MEETING_KIND_LABELS } from '@gt/contracts/words';
import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowLeft,
  IconChevronLeft,
  IconChevronRight,
  IconKeyboard,
  IconLayoutSidebar,
  IconMaximize,
  IconMinimize,
} from '@tabler/icons-react';
import type { Tally } from './agenda.ts';
import { ChairMenu } from './chair-menu.tsx';
import { MeetingClock } from './meeting-clock.tsx';
import { useMeeting } from './meeting-context.ts';
import classes from './meeting-header.module.css';
import { PeopleHere } from './people-here.tsx';
import { SaveState } from './save-state.tsx';

type HeaderProps = {
  tally: Tally;
  /** The place of the open item, from 1; 0 when the agenda is empty. */
  number: number;
  onStep: (by: 1 | -1) => void;
  isLarge: boolean;
  onLarge: () => void;
  onKeys: () => void;
  onAgenda: () => void;
  onLeave: () => void;
  onClose: () => void;
};

/** What the whole meeting shares: how far it is, how long it has taken, who leads it, and the ways out. */
export function MeetingHeader(props: HeaderProps) {
  const { tally, number, onStep, isLarge, onLarge, onKeys, onAgenda, onLeave, onClose } = props;
  const { review } = useMeeting();
  const { total, done, parked, waiting } = tally;
  const dealt = done + parked;
  const isWhole = review.recommendationId === null && review.teamId === null;
  return (
    <header className={classes.header}>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.leave}
        leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
        onClick={onLeave}
      >
        Leave the meeting
      </Button>
      <div className={classes.words}>
        <h1 className={classes.title}>
          {MEETING_KIND_LABELS[review.meeting]} · {formatDate(review.heldOn)}
        </h1>
        <p className={classes.lead}>{isWhole ? review.planName : review.scope}</p>
      </div>
      <div className={classes.progress}>
        <div className={classes.steps}>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label="Item before"
            disabled={number <= 1}
            onClick={() => onStep(-1)}
          >
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <span className={classes.count}>
            {number > 0 ? `${number} of ${total}` : 'Nothing on the agenda'}
          </span>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label="Next item"
            disabled={number >= total}
            onClick={() => onStep(1)}
          >
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
          <span className={classes.quiet}>
            {dealt} dealt with{parked > 0 ? `, ${parked} of them parked` : ''}
          </span>
        </div>
        <div
          role="progressbar"
          aria-label="Dealt with"
          aria-valuemin={0}
          aria-valuemax={Math.max(1, total)}
          aria-valuenow={dealt}
          aria-valuetext={`${dealt} of ${total} dealt with`}
          className={classes.track}
        >
          <div className={classes.bar} style={{ width: `${total > 0 ? (dealt / total) * 100 : 0}%` }} />
        </div>
      </div>
      <MeetingClock waiting={waiting} />
      <div className={classes.tools}>
        <ActionIcon
          variant="default"
          size="md"
          className={classes.sheetButton}
          aria-label="Open the agenda"
          onClick={onAgenda}
        >
          <IconLayoutSidebar size={18} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="md"
          className={classes.largeButton}
          aria-label="Large letters"
          aria-pressed={isLarge}
          title={isLarge ? 'Smaller letters, for a laptop' : 'Large letters, for a projector'}
          onClick={onLarge}
        >
          {isLarge ? (
            <IconMinimize size={18} aria-hidden="true" />
          ) : (
            <IconMaximize size={18} aria-hidden="true" />
          )}
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="md"
          aria-label="Keys of the meeting"
          title="Keys (?)"
          onClick={onKeys}
        >
          <IconKeyboard size={18} aria-hidden="true" />
        </ActionIcon>
        {review.mayRun ? (
          <Button variant={waiting === 0 ? 'filled' : 'default'} size="compact-md" onClick={onClose}>
            Close the review…
          </Button>
        ) : null}
      </div>
      <div className={classes.who}>
        <ChairMenu />
        <PeopleHere reviewId={review.id} />
        <SaveState />
      </div>
    </header>
  );
}
