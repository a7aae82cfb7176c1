import { useCallback, useEffect, useRef, useState } from 'react';
import { readDraft, writeDraft } from './draft-store.ts';
import { useUser } from './session.ts';

/** The record that the words are about; the server destroys a draft together with it. */
export type DraftOf = { entityType: string; entityId: string };

/** Also keeps the words on the server, debounced; given once by the app so that lib needs no router type. */
export type DraftMirror = (draft: DraftOf & { key: string; text: string }) => void;
let mirror: DraftMirror | undefined;
export function setDraftMirror(next: DraftMirror | undefined): void {
  mirror = next;
}

const MIRROR_AFTER = 2_000;

/**
 * Text that survives: kept at every keystroke, restored when the same form opens again, by the same person.
 * `key` names the field ("update:whatHappened:<actionId>"). Call `clear()` once the words are saved.
 * `restored` is true when the first value came from a draft: say so beside the field.
 */
export function useDraft(key: string, of: DraftOf, initial = '') {
  const { id: userId } = useUser();
  const [first] = useState(() => readDraft(userId, key));
  const [value, setValue] = useState(first ?? initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { entityType, entityId } = of;

  useEffect(() => () => clearTimeout(timer.current), []);

  const keep = useCallback(
    (text: string) => {
      writeDraft(userId, key, text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => mirror?.({ entityType, entityId, key, text }), MIRROR_AFTER);
    },
    [userId, key, entityType, entityId],
  );

  const set = useCallback(
    (text: string) => {
      setValue(text);
      keep(text === initial ? '' : text);
    },
    [keep, initial],
  );

  const clear = useCallback(() => {
    setValue(initial);
    keep('');
  }, [keep, initial]);

  return { value, set, clear, restored: first !== undefined && first !== initial };
}
