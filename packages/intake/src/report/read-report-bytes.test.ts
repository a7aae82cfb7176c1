import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSampleReport, type SampleItem, type SampleLayout } from '../testing/index.ts';
import { readReportBytes } from './read-report-bytes.ts';

const word = fc.stringMatching(/^[a-z]{2,10}$/);
const sentence = fc.array(word, { minLength: 2, maxLength: 30 }).map((words) => `T${words.join(' ')}.`);
const nested = fc.record({
  leadIn: sentence.map((text) => `${text.slice(0, -1)}, including:`),
  subItems: fc.array(sentence, { minLength: 1, maxLength: 3 }),
});
const item: fc.Arbitrary<SampleItem> = fc.oneof({ weight: 4, arbitrary: sentence }, nested);
const layout = fc.constantFrom<SampleLayout>('SIF', 'ILACS_2018', 'ILACS_2023', 'ILACS_2026');

const written = (given: SampleItem) =>
  typeof given === 'string' ? given : [given.leadIn, ...given.subItems.map((sub) => `– ${sub}`)].join(' ');

describe('readReportBytes', () => {
  it('reads back every list and every paragraph it is given, in any layout, over any page break', async () => {
    await fc.assert(
      fc.asyncProperty(
        layout,
        fc.array(item, { minLength: 1, maxLength: 20 }),
        fc.array(sentence, { minLength: 1, maxLength: 30 }),
        async (kind, items, texts) => {
          const section = 'The experiences and progress of children in care: good';
          const pdf = makeSampleReport({ layout: kind, items, paragraphs: [{ section, texts }] });
          const result = await readReportBytes(pdf);
          if (!result.ok) throw new Error(result.message);
          expect(result.draft.items.map((each) => each.text)).toEqual(items.map(written));
          expect(result.draft.items.map((each) => each.subItems)).toEqual(
            items.map((each) => (typeof each === 'string' ? [] : each.subItems)),
          );
          expect(result.draft.paragraphs.map((each) => each.text)).toEqual(texts);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers and does not throw, whatever the bytes', async () => {
    const whole = makeSampleReport();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 40 }), async (at, noise) => {
        const spoilt = whole.slice();
        spoilt.set(noise.subarray(0, whole.length - at), at);
        const result = await readReportBytes(spoilt);
        expect(result.ok || result.message.length > 20).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
