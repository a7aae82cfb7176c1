import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done from where the person is: listed by the palette, and by "?" when it has keys. */
export type Command = {
  /** What it does, as a button would say it: "Add an action". */
  says: string;
  /** One key, or two one after the other: "n", "g a". */
  keys?: string;
  /** Another key for the same. */
  alsoKeys?: string;
  /** The heading it stands under: "Go to", "The open action". */
  group: string;
  run: () => void;
  /** Left out of the palette: a key that makes sense on the page alone, as next and previous. */
  onlyKeys?: boolean;
};

type Registration = { current: readonly Command[] };
const registrations = new Set<Registration>();
const listeners = new Set<() => void>();
let listed: readonly Command[] = [];

function relist(): void {
  // What runs is what was rendered last, under the same words.
  listed = [...registrations].flatMap((registration) =>
    registration.current.map((command, index) => ({
      ...command,
      run: () => registration.current[index]?.run(),
    })),
  );
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What can be done now, by whichever parts of the screen offer it. */
export function useCommandsNow(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => listed);
}

/**
 * Offers commands for as long as the component is there. The list may be made anew at each render: what runs is
 * always what was rendered last.
 */
export function useCommands(commands: readonly Command[]): void {
  const registration = useRef<readonly Command[]>(commands);
  const shape = commands.map(({ says, keys, group }) => `${keys} ${group} ${says}`).join('\n');
  useEffect(() => {
    registration.current = commands;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words or keys are another list
  useEffect(() => {
    registrations.add(registration);
    relist();
    return () => {
      registrations.delete(registration);
      relist();
    };
  }, [shape]);
}

const TYPED_INTO =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';
const IN_THE_WAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether a key pressed now would be typed, or belongs to a dialog or menu that is open. */
export function isBusy(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(TYPED_INTO)) return true;
  return document.querySelector(IN_THE_WAY) !== null;
}

/** Keys that have a name instead of a sign and may still be a command's. */
const NAMED_KEYS = ['ArrowLeft', 'ArrowRight'];

/** How long the second of two keys may take, in milliseconds. */
const SECOND_KEY_WITHIN = 1500;

/**
 * Runs the command of a key for as long as `isOn`; keys with Ctrl, Alt or Cmd, keys while typing and keys over a
 * dialog are somebody else's. Mounted once, by the shell.
 */
export function useShortcutKeys(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    let first: { key: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      // Shift makes signs such as "?", and of a letter another key.
      const isNamed = NAMED_KEYS.includes(event.key) && !event.shiftKey;
      if (!isNamed && (event.key.length !== 1 || (event.shiftKey && /\p{L}/u.test(event.key)))) return;
      const begun = first && event.timeStamp - first.at < SECOND_KEY_WITHIN ? `${first.key} ` : '';
      first = null;
      const keys = `${begun}${isNamed ? event.key : event.key.toLowerCase()}`;
      const command = listed.findLast((candidate) => candidate.keys === keys || candidate.alsoKeys === keys);
      if (command) {
        event.preventDefault();
        command.run();
      } else if (listed.some((candidate) => candidate.keys?.startsWith(`${keys} `))) {
        first = { key: keys, at: event.timeStamp };
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}

type Pressed = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'code' | 'key' | 'shiftKey'>;

/**
 * The key of a command that is meant by Alt and a key, by the place of the key rather than by its sign, because with
 * Alt some keyboards make other signs. In a text such a sign is what is typed, and arrows go from word to word: there
 * it is null. Example: Alt and the key 3 is "3"; in a text on a keyboard that makes "#" of them, null.
 */
export function chordOf(event: Pressed, isText: boolean): string | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  if (NAMED_KEYS.includes(event.code)) return isText ? null : event.code;
  const plain = /^(?:Key|Digit)(\w)$/.exec(event.code)?.[1]?.toLowerCase();
  const key = plain ?? { Slash: event.shiftKey ? '?' : '/' }[event.code];
  if (key === undefined || (isText && event.key.toLowerCase() !== key)) return null;
  return key;
}

/** Runs the command of a key that is pressed with Alt: also while typing, and for those who switched single keys off. */
export function useChordKeys(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const isText = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
      const key = chordOf(event, isText);
      if (key === null || document.querySelector(IN_THE_WAY)) return;
      const command = listed.findLast((candidate) => candidate.keys === key || candidate.alsoKeys === key);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
