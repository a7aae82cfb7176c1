import { expect, test } from 'vitest';
import { chordOf } from './shortcuts.ts';

const pressed = (code: string, key: string, more: Partial<KeyboardEvent> = {}) => ({
  code,
  key,
  altKey: true,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test.each([
  ['Digit3', '3', false, '3'],
  ['Digit3', '#', false, '3'],
  ['KeyD', '∂', false, 'd'],
  ['Slash', '/', false, '/'],
  ['ArrowRight', 'ArrowRight', false, 'ArrowRight'],
  ['KeyN', 'n', true, 'n'],
  // What is typed stays typed, and an arrow goes from word to word.
  ['Digit3', '#', true, null],
  ['ArrowRight', 'ArrowRight', true, null],
  ['F4', 'F4', false, null],
])('Alt with %s that makes %s, in a text %s: %s', (code, key, isText, chord) => {
  expect(chordOf(pressed(code, key), isText)).toBe(chord);
});

test('without Alt, or with Ctrl as AltGr has it, it is no chord; Shift makes the slash a question', () => {
  expect(chordOf(pressed('KeyD', 'd', { altKey: false }), false)).toBeNull();
  expect(chordOf(pressed('KeyE', 'é', { ctrlKey: true }), false)).toBeNull();
  expect(chordOf(pressed('Slash', '?', { shiftKey: true }), false)).toBe('?');
});
