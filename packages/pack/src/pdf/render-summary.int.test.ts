import type { PackContent } from '@gt/contracts/words';
import { expect, test } from 'vitest';
import { anAction, aPack } from '../fixtures/a-pack.ts';
import { readPdf } from '../fixtures/read-pdf.ts';
import { cleanData } from '../paper/clean-text.ts';
import { renderSummary } from './render-summary.ts';

function render(change?: (content: PackContent) => void) {
  const { content } = aPack(change);
  const included = content.evidence.map(({ ref, size, sha256 }) => ({
    ref,
    entry: { name: ref, size, sha256 },
  }));
  return renderSummary({ content: cleanData(content), included, omissions: content.omissions });
}
const flat = (text: string[]) =>
  text
    .join('\n')
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ');

test('is tagged, titled, in British English, with header cells, bookmarks and the thread in words', async () => {
  const pdf = await readPdf(render());
  expect(pdf.title).toBe('Evidence pack: Improvement plan after the 2018 inspection');
  expect(pdf.lang).toBe('en-GB');
  expect(pdf.roles.TH).toBeGreaterThanOrEqual(30);
  expect(pdf.roles.TD).toBeGreaterThan(pdf.roles.TH ?? 0);
  expect(pdf.roles.H1).toBeGreaterThanOrEqual(6);
  expect(pdf.alts).toHaveLength(3);
  expect(pdf.alts[0]).toBe(
    'The thread. Said, whole: R1, page 3, paragraph 40. Done, whole: 3 of 3 actions closed. Proved, in part: 2 items, 1 not verified. Changed, missing: No measure linked.',
  );
  expect(pdf.bookmarks).toContain('3.2 R3 Effectiveness of the fostering service');
});

test('claims PDF/UA-1 and holds its structure', () => {
  const raw = Buffer.from(render()).toString('latin1');
  expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(raw).toContain('/StructTreeRoot');
});

test('prints each recommendation verbatim and the marking twice on every page', async () => {
  const { content } = aPack();
  const pdf = await readPdf(render());
  for (const { quote } of content.recommendations) expect(flat(pdf.text)).toContain(quote);
  for (const page of pdf.text) expect(page.match(/OFFICIAL-SENSITIVE/g)?.length).toBeGreaterThanOrEqual(2);
  expect(flat(pdf.text)).toContain('E9 Case file extract Not verified, and may name a child.');
});

test('prints each measure with its figures, the distance from target and where it goes; or that there is none', async () => {
  const words = flat((await readPdf(render())).text);
  expect(words).toContain('M1 Approved mainstream carers');
  expect(words).toContain('3 households short of the target of 222 households');
  expect(words).toContain('Moving towards its target. 4 households better');
  expect(words).toContain('No measure yet.');
});

test('prints no marking when there is none', async () => {
  const pdf = await readPdf(
    render((content) => {
      content.marking = '';
    }),
  );
  expect(pdf.text.join()).not.toContain('OFFICIAL');
});

test('what looks like markup stays text', async () => {
  const hostile =
    '#eval("1+1") #read("/etc/passwd") *not bold* _x_ $x^2$ `raw` <label> @ref \\ // x /* y */ = H';
  const pdf = await readPdf(
    render((content) => {
      for (const item of content.recommendations) Object.assign(item, { quote: hostile, title: hostile });
      content.planTitle = hostile;
    }),
  );
  expect(flat(pdf.text)).toContain(hostile);
  expect(pdf.title).toBe(`Evidence pack: ${hostile}`);
});

test('characters no font can print become [?] with a note; the rest stays', async () => {
  const pdf = await readPdf(
    render((content) => {
      const [first] = content.recommendations;
      if (first) first.goodLooksLike = 'Families said 谢谢 and ශ්‍රී — tŷ, café, ✓';
    }),
  );
  expect(flat(pdf.text)).toMatch(/Families said (\[\?\])+ and .*tŷ, café/);
  expect(flat(pdf.text)).toContain('stand as [?]');
});

test('300 actions, very long words and control characters make a document', async () => {
  const pdf = await readPdf(
    render((content) => {
      const [first] = content.recommendations;
      if (!first) return;
      first.actions = Array.from({ length: 300 }, (_, i) =>
        anAction(`R1.A${i + 1}`, { title: `Action \u0000\u0007${i + 1} ${'x'.repeat(i === 0 ? 5000 : 5)}` }),
      );
      first.goodLooksLike = 'word '.repeat(20_000);
    }),
  );
  expect(flat(pdf.text)).toContain('R1.A300');
  expect(pdf.pages).toBeGreaterThan(20);
}, 60_000);

test('an empty plan makes a document too', async () => {
  const pdf = await readPdf(
    render((content) => {
      content.recommendations = [];
      content.evidence = [];
      content.omissions = [];
      content.clocks = [];
      content.inspection.judgements = [];
    }),
  );
  expect(flat(pdf.text)).toContain('There is no recommendation in this pack.');
  expect(flat(pdf.text)).toContain('Nothing was left out.');
});
