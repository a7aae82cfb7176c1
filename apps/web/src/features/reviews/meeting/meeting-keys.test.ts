import { AGENDA_SECTIONS } from '@gt/contracts/words';
import { expect, test, vi } from 'vitest';
import { meetingCommands, SECTION_KEYS } from './use-meeting-keys.ts';

const deeds = () => ({
  step: vi.fn(),
  goToSection: vi.fn(),
  sections: [...AGENDA_SECTIONS],
  follow: vi.fn() as (() => void) | undefined,
  find: vi.fn(),
  large: vi.fn(),
  keys: vi.fn(),
});
/** Keys of the open item: none of the meeting may take them. */
const OF_THE_ITEM = ['1', '2', '3', 'n', 'p', 's', 'd', 'c', 'a', 'm'];

test('no two commands share a key, none takes a key of the open item, and every section has its own', () => {
  const keys = meetingCommands(deeds()).flatMap((command) => [command.keys, command.alsoKeys ?? []].flat());
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => OF_THE_ITEM.includes(String(key)))).toEqual([]);
  expect(new Set(Object.values(SECTION_KEYS)).size).toBe(AGENDA_SECTIONS.length);
});

test('keys do what they say, and whoever chairs follows nobody', () => {
  const done = deeds();
  const run = (keys: string) =>
    meetingCommands(done)
      .find((command) => command.keys === keys)
      ?.run();
  run('j');
  run('k');
  run('g s');
  expect(done.step.mock.calls).toEqual([[1], [-1]]);
  expect(done.goToSection).toHaveBeenCalledWith('SILENT');
  expect(meetingCommands({ ...done, follow: undefined }).some(({ keys }) => keys === 'f')).toBe(false);
});
