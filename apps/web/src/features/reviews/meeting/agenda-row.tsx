import { REVIEW_ITEM_STATE_LABELS } from '@gt/contracts/words';
import { RagBadge } from '@gt/ui';
import { IconAlertTriangle, IconCheck, IconCircle, IconClockPause } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import type { AgendaItem } from '../queries.ts';
import classes from './agenda-list.module.css';
import type { Marks } from './queue-sender.ts';

const ICONS = { WAITING: IconCircle, DONE: IconCheck, PARKED: IconClockPause } as const;

type AgendaRowProps = {
  item: AgendaItem;
  number: number;
  /** What was said of it on this screen and is not with the server yet. */
  mark: ReturnType<Marks['get']>;
  isHere: boolean;
  onChoose: (itemId: string) => void;
  onMove?: (item: AgendaItem, by: 1 | -1) => void;
};

/** One line of the agenda; drawn again only when something about it changed. */
export const AgendaRow = memo(
  function AgendaRow({ item, number, mark, isHere, onChoose, onMove }: AgendaRowProps) {
    const state = mark?.state ?? item.state;
    const Icon = mark?.isStuck ? IconAlertTriangle : ICONS[state];
    const onKeyDown = (event: KeyboardEvent) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
      if (!event.altKey || by === undefined || !onMove) return;
      event.preventDefault();
      onMove(item, by);
    };
    return (
      <button
        type="button"
        className={classes.item}
        data-item={item.id}
        data-state={state}
        data-saved={mark === undefined}
        aria-current={isHere ? 'step' : undefined}
        onClick={() => onChoose(item.id)}
        onKeyDown={onKeyDown}
      >
        <Icon size={16} className={classes.state} aria-hidden="true" />
        <span className={classes.name}>
          <span className={classes.reference}>{item.reference}</span>{' '}
          <span className={classes.title}>{item.redactedAt ? 'Words destroyed' : item.title}</span>
        </span>
        {item.actionId ? <RagBadge rag={mark?.rag ?? item.rag} compact /> : null}
        <span className="gt-visually-hidden">
          {`, item ${number}, ${REVIEW_ITEM_STATE_LABELS[state]}`}
          {mark?.isStuck ? ', needs your answer' : ''}
        </span>
      </button>
    );
  },
  (before, after) =>
    before.item === after.item &&
    before.isHere === after.isHere &&
    before.number === after.number &&
    before.mark?.state === after.mark?.state &&
    before.mark?.rag === after.mark?.rag &&
    before.mark?.isStuck === after.mark?.isStuck &&
    (before.mark === undefined) === (after.mark === undefined),
);
