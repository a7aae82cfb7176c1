import { describe, expect, it } from 'vitest';
import { judgeReports } from '../testing/unseen/judge.ts';
import { UNSEEN_LAYOUTS } from '../testing/unseen/made-report.ts';
import { makeUnseen, type UnseenWriter } from '../testing/unseen/make-report.ts';

const REPORTS = 240;
/** `UNSEEN_FROM=5000` judges reports that nobody has looked at; the bars are the same. */
const FROM = Number(process.env.UNSEEN_FROM ?? 0);

function* made(writer: UnseenWriter) {
  for (let seed = FROM; seed < FROM + REPORTS; seed += 1) yield makeUnseen(seed, writer);
}

describe(`${REPORTS} reports that are made up, in ${UNSEEN_LAYOUTS.length} layouts, by two writers`, () => {
  it.each(['plain', 'typst'] as const)(
    'come out word for word, with nothing added: %s',
    { timeout: 60_000 },
    async (writer) => {
      const { wrong, ...judged } = await judgeReports(made(writer));
      const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
      process.stdout.write(
        `${writer}: reports ${judged.reports}, items ${judged.items}: verbatim ${percent(judged.verbatim)}, invented ${percent(judged.invented)}, ` +
          `grades ${percent(judged.grades)}, dates and facts ${percent(judged.facts)}, slowest ${Math.round(judged.slowestMs)} ms\n`,
      );
      const told = wrong.slice(0, 20).join('\n');
      expect(judged.verbatim, told).toBeGreaterThanOrEqual(0.99);
      expect(judged.invented, told).toBeLessThanOrEqual(0.005);
      expect(judged.grades, told).toBeGreaterThanOrEqual(0.99);
      expect(judged.facts, told).toBeGreaterThanOrEqual(0.99);
      expect(judged.slowestMs).toBeLessThan(3_000);
    },
  );
  it('are the same for the same seed', () => {
    expect(makeUnseen(7).file).toEqual(makeUnseen(7).file);
    expect(makeUnseen(7).file).not.toEqual(makeUnseen(19).file);
  });
});
