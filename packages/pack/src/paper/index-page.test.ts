import { expect, test } from 'vitest';
import { aPack } from '../fixtures/a-pack.ts';
import { indexPage } from './index-page.ts';
import { headline } from './standing.ts';

const LEFT_OUT = [
  ['E9', 'RETURNED', 'Returned, and not mended yet.'],
  ['E10', 'UNVERIFIED', 'Not verified yet.'],
  ['E11', 'RETURNED', 'Returned, and not mended yet.'],
] as const;

function indexOf(change: Parameters<typeof aPack>[0] = () => undefined): string {
  const { content } = aPack(change);
  const omissions = LEFT_OUT.map(([ref, code, reason]) => ({
    what: 'EVIDENCE' as const,
    code,
    ref,
    title: `Title of ${ref}`,
    reason,
    recommendationRefs: ['R1'],
  }));
  return indexPage({ content, included: [], omissions });
}

test('the index begins with what is missing, and a row for each recommendation that leads to it', () => {
  const { content } = aPack();
  const html = indexOf();
  const [beginning = ''] = html.split('<main');
  expect(beginning).toContain(headline(content.recommendations));
  for (const { ref, title, missing } of content.recommendations) {
    expect(beginning).toContain(`<a href="#${ref}">${title}</a>`);
    for (const phrase of missing) expect(beginning).toContain(phrase);
  }
  expect(beginning).toMatch(/\d of 4 whole/);
});

test('what was left out is gathered by its reason, with the count', () => {
  const html = indexOf();
  const [, end = ''] = html.split('id="left-out"');
  expect([...end.matchAll(/<h3>(.*?) <span class="plain">(.*?)<\/span>/g)].map(([, a, b]) => [a, b])).toEqual(
    [
      ['Returned', '(2 items)'],
      ['Not verified', '(1 item)'],
    ],
  );
  expect(end).toContain('E10 Title of E10: Not verified yet.');
});

test('a declared colour that the rule does not share is shown beside it, each by letter and word', () => {
  const html = indexOf(({ recommendations: [first] }) => {
    if (first) Object.assign(first.rag, { declared: 'GREEN', calculated: 'RED' });
  });
  expect(html).toContain(
    '<span class="rag rag-green">G on track</span><br>Calculated: <span class="rag rag-red">R off track</span>',
  );
});
