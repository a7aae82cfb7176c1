import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkRefs } from './framework-refs.ts';

describe('frameworkRefs', () => {
  it.each([
    ['Safety planning (outcome 2, national framework)', 'Safety planning', ['outcome 2']],
    ['Safety planning (outcome 2)', 'Safety planning', ['outcome 2']],
    ['Help (National Framework: outcomes 1, 2 and 3)', 'Help', ['outcome 1', 'outcome 2', 'outcome 3']],
    ['Records. (enabler 3, national framework)', 'Records.', ['enabler 3']],
    ['Records (outcome 2, national framework).', 'Records.', ['outcome 2']],
    [
      'Oversight (enabler: leaders drive conditions for effective practice, national framework)',
      'Oversight',
      ['enabler 2'],
    ],
    [
      'Records. (enabler: the workforce is equipped and effective, national framework)',
      'Records.',
      ['enabler 3'],
    ],
    [
      'Partners (enabler: multi-agency working is prioritised and effective, national framework)',
      'Partners',
      ['enabler 1'],
    ],
    ['Help (outcomes 1 and 3, national framework)', 'Help', ['outcome 1', 'outcome 3']],
    [
      'Help (outcome 1, outcome 4 and enabler 2, national framework)',
      'Help',
      ['outcome 1', 'outcome 4', 'enabler 2'],
    ],
    ['Help (enabler 2 and outcome 1, National Framework)', 'Help', ['enabler 2', 'outcome 1']],
    [
      'Help (principle: children’s welfare is paramount, national framework)',
      'Help',
      ['principle: children’s welfare is paramount'],
    ],
  ])('%s', (text, bare, refs) => {
    expect(frameworkRefs(text)).toEqual({ textWithoutFrameworkRef: bare, nationalFrameworkRefs: refs });
  });

  it('leaves a text without a note as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/national\s+framework|outcome|enabler|principle/iu.test(text));
        expect(frameworkRefs(text)).toEqual({ textWithoutFrameworkRef: text, nationalFrameworkRefs: [] });
      }),
    );
  });
  it('keeps other brackets', () => {
    const text = 'The hub (MASH) and the officer (LADO) (outcome 3, national framework)';
    expect(frameworkRefs(text).textWithoutFrameworkRef).toBe('The hub (MASH) and the officer (LADO)');
  });
});
