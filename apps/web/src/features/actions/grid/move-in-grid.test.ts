import { describe, expect, test } from 'vitest';
import { moveInGrid } from './move-in-grid.ts';

const size = { rows: 200, columns: 8, page: 10, hasHeader: true };
const at = (row: number, column: number) => ({ row, column });

describe('moveInGrid', () => {
  test.each([
    ['ArrowDown', false, at(3, 2), at(4, 2)],
    ['ArrowUp', false, at(0, 2), at(-1, 2)],
    ['ArrowUp', false, at(-1, 2), at(-1, 2)],
    ['ArrowDown', false, at(199, 2), at(199, 2)],
    ['ArrowLeft', false, at(3, 0), at(3, 0)],
    ['ArrowRight', false, at(3, 7), at(3, 7)],
    ['PageDown', false, at(-1, 1), at(10, 1)],
    ['PageDown', false, at(195, 1), at(199, 1)],
    ['PageUp', false, at(4, 1), at(0, 1)],
    ['Home', false, at(4, 5), at(4, 0)],
    ['End', false, at(4, 5), at(4, 7)],
    ['Home', true, at(4, 5), at(0, 0)],
    ['End', true, at(4, 5), at(199, 7)],
    ['ArrowUp', true, at(4, 5), at(0, 5)],
    ['ArrowDown', true, at(4, 5), at(199, 5)],
  ])('%s, control %s, from %o', (key, isControl, from, to) => {
    expect(moveInGrid(key, isControl, from, size)).toEqual(to);
  });

  test('cards have no header, and other keys move nothing', () => {
    expect(moveInGrid('ArrowUp', false, at(0, 2), { ...size, hasHeader: false })).toEqual(at(0, 2));
    expect(moveInGrid('a', false, at(0, 2), size)).toBeNull();
    expect(moveInGrid('Enter', false, at(0, 2), size)).toBeNull();
  });
});
