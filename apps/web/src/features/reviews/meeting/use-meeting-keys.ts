import { AGENDA_SECTION_LABELS, type AgendaSection } from '@gt/contracts/words';
import { type Command, useChordKeys, useCommands, useShortcutKeys } from '../../../lib/shortcuts.ts';
import { useSingleKeys } from '../../../lib/use-single-keys.ts';

/** The second key after "g" for each section of the agenda. */
export const SECTION_KEYS: Record<AgendaSection, string> = {
  DECISIONS: 'd',
  OVERDUE: 'o',
  RED_AMBER: 'r',
  MOVED_RAG: 'm',
  SILENT: 's',
  COPY_PASTE: 'w',
  ASKED: 'e',
  CHANGED: 'c',
  DUE_NEXT: 'n',
  ADDED: 'a',
};
const MEETING = 'The meeting';

type MeetingDeeds = {
  step: (by: 1 | -1) => void;
  goToSection: (section: AgendaSection) => void;
  /** The sections of this agenda, in its order. */
  sections: readonly AgendaSection[];
  /** Absent for whoever chairs. */
  follow: (() => void) | undefined;
  find: () => void;
  large: () => void;
  keys: () => void;
};

/** What can be done by key from anywhere in the meeting; what belongs to the open item is the composer's. */
export function meetingCommands(deeds: MeetingDeeds): Command[] {
  const { step, goToSection, sections, follow, find, large, keys } = deeds;
  const key = (name: string, says: string, run: () => void, more: Partial<Command> = {}): Command => ({
    keys: name,
    says,
    run,
    group: MEETING,
    onlyKeys: true,
    ...more,
  });
  return [
    key('j', 'Next item', () => step(1), { alsoKeys: 'ArrowRight' }),
    key('k', 'Item before', () => step(-1), { alsoKeys: 'ArrowLeft' }),
    ...(follow ? [key('f', 'Back to where the chair is', follow)] : []),
    key('/', 'Find in the agenda', find),
    key('l', 'Large letters, or smaller', large),
    key('?', 'These keys', keys),
    ...sections.map((section) =>
      key(`g ${SECTION_KEYS[section]}`, AGENDA_SECTION_LABELS[section], () => goToSection(section), {
        group: 'Go to a section',
      }),
    ),
  ];
}

/** Keys of the meeting for as long as `isOn`: alone where the person has them on, with Alt for everybody. */
export function useMeetingKeys(isOn: boolean, deeds: MeetingDeeds): void {
  const singleKeys = useSingleKeys();
  useCommands(meetingCommands(deeds));
  useShortcutKeys(isOn && singleKeys.isOn);
  useChordKeys(isOn);
}
