import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type DraftFields,
  type DraftOf,
  mirrorDraft,
  onDraftsArrived,
  readDraft,
  writeDraft,
} from './draft-store.ts';
import { useUser } from './session.ts';

/** Typing reaches the server this long after it pauses. */
const MIRROR_AFTER = 2_000;

/**
 * The fields of a form, kept: in this tab at every keystroke, on the server when typing pauses, and restored for the
 * same person when the form opens again.
 *
 * `key` names the form: `update:<action id>`. `of` is the record that the words are about, so that destroying the
 * record destroys them too. `initial` is what an untouched form holds; give a constant.
 *
 * Returns `values`; `set({ field: text })`; `clear()` once the words are saved; and `restored`, true when the form
 * opened with a draft in it: say so, and offer to clear it.
 */
export function useDraft<T extends DraftFields>(key: string, of: DraftOf, initial: T) {
  const { id: userId } = useUser();
  const { entityType, entityId } = of;
  const [first] = useState(() => ({ initial, draft: readDraft(userId, key) }));
  const [values, setValues] = useState<T>(() => ({ ...initial, ...first.draft }));
  const [restored, setRestored] = useState(first.draft !== undefined);
  const latest = useRef(values);
  // Once a hand was on the form, what the server kept comes too late.
  const touched = useRef(first.draft !== undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(
    (body: T | null) => {
      writeDraft(userId, key, body);
      clearTimeout(timer.current);
      const send = () => mirrorDraft({ key, entityType, entityId, body });
      if (body) timer.current = setTimeout(send, MIRROR_AFTER);
      else send();
    },
    [userId, key, entityType, entityId],
  );

  const set = useCallback(
    (patch: Partial<T>) => {
      touched.current = true;
      latest.current = { ...latest.current, ...patch };
      setValues(latest.current);
      const untouched = Object.entries(latest.current).every(
        ([name, value]) => value === first.initial[name],
      );
      keep(untouched ? null : latest.current);
    },
    [keep, first],
  );

  const clear = useCallback(() => {
    latest.current = first.initial;
    setValues(first.initial);
    setRestored(false);
    keep(null);
  }, [keep, first]);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(
    () =>
      onDraftsArrived(() => {
        const draft = readDraft(userId, key);
        if (!draft || touched.current) return;
        latest.current = { ...first.initial, ...draft };
        setValues(latest.current);
        setRestored(true);
      }),
    [userId, key, first],
  );
  return { values, set, clear, restored };
}
