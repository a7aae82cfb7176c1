import { expect, test } from 'vitest';
import { inView } from './readiness-view.ts';

const rows = [
  { ref: 'R1', isReady: true, sufficiency: 'SUFFICIENT', status: 'CLOSED' },
  { ref: 'R2', isReady: false, sufficiency: 'SUFFICIENT', status: 'OPEN' },
  { ref: 'R3', isReady: false, sufficiency: 'THIN', status: 'REOPENED' },
] as const;
const refs = (view: Parameters<typeof inView>[1]) => inView(rows, view).map(({ ref }) => ref);

test.each([
  [undefined, ['R1', 'R2', 'R3']],
  ['mend', ['R2', 'R3']],
  ['SUFFICIENT', ['R1', 'R2']],
  ['THIN', ['R3']],
  ['NONE', []],
  ['CLOSED', ['R1']],
] as const)('the view %s shows %j', (view, shown) => {
  expect(refs(view)).toEqual(shown);
});
