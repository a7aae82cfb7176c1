import { LongText } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { useActiveOption } from '../../lib/use-active-option.ts';
import classes from './comments.module.css';
import { mentionAt, type Named, withMention } from './mentions.ts';
import { mentionableQuery } from './queries.ts';

/** Longest comment in characters, as the server says. */
const COMMENT_MAX = 20_000;

type CommentFieldProps = {
  id: string;
  actionId: string;
  value: string;
  error: string | undefined;
  onChange: (body: string) => void;
  /** Somebody was chosen from the list. */
  onMention: (person: Named) => void;
  /** Ctrl or Cmd with Enter. */
  onSend: () => void;
};

/** A text in which an @ opens the list of people who may see the action. */
export function CommentField({ id, actionId, value, error, onChange, onMention, onSend }: CommentFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<{ at: number; q: string } | null>(null);
  const q = useDeferredValue(typed?.q.trim() ?? '');
  const found = useQuery({ ...mentionableQuery(actionId, q), enabled: typed !== null });
  const people = typed ? (found.data?.people ?? []) : [];

  const choose = (index: number) => {
    const person = people[index];
    if (!person || !typed) return;
    const next = withMention(value, typed, person.name);
    onChange(next.text);
    onMention({ id: person.id, name: person.name });
    setTyped(null);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const options = useActiveOption({ count: people.length, label: 'People', onChoose: choose });
  const look = (area: HTMLTextAreaElement) => setTyped(mentionAt(area.value, area.selectionStart));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
      return;
    }
    if (typed === null || people.length === 0) return;
    if (event.key === 'Escape') {
      // The list closes, and not the panel around it.
      event.stopPropagation();
      setTyped(null);
    } else if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      choose(options.active);
    } else {
      options.box.onKeyDown(event);
    }
  };
  const isOpen = typed !== null && people.length > 0;
  return (
    <div className={classes.field}>
      <LongText
        ref={box}
        id={id}
        label="Comment"
        description="Everybody who sees this action sees it. Type @ to name somebody. Do not name a child."
        limit={COMMENT_MAX}
        minRows={3}
        autosize
        maxRows={16}
        value={value}
        error={error}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? options.list.id : undefined}
        aria-activedescendant={isOpen ? options.box['aria-activedescendant'] : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          options.reset();
          look(event.currentTarget);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) look(event.currentTarget);
        }}
        onClick={(event) => look(event.currentTarget)}
        onBlur={() => setTyped(null)}
      />
      {isOpen ? (
        <ul {...options.list} className={classes.people}>
          {people.map((person, index) => (
            <li
              key={person.id}
              {...options.option(index)}
              // The focus stays in the text.
              onPointerDown={(event) => event.preventDefault()}
              className={classes.person}
            >
              {person.name}
              {person.hint && !person.name.startsWith(person.hint) ? (
                <span className={classes.hint}> {person.hint}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="gt-visually-hidden" role="status">
        {isOpen ? `${people.length} ${people.length === 1 ? 'person' : 'people'}; arrow keys to choose` : ''}
        {typed && found.isSuccess && people.length === 0 && typed.q !== '' ? 'Nobody of that name' : ''}
      </p>
    </div>
  );
}
