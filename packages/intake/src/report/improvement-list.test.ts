import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../layout/read-lines.ts';
import { type LaidLine, layOut } from '../testing/lay-out.ts';
import { improvementList } from './improvement-list.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';

const heading = (text: string): LaidLine => ({ cells: [[72, text]], size: 14, font: 'bold', gap: 2 });
const bullet = (text: string, mark = '•'): LaidLine => ({
  cells: [
    [72, mark],
    [90, text],
  ],
  gap: 2,
});
const sub = (text: string, mark = '–'): LaidLine => ({
  cells: [
    [98, mark],
    [116, text],
  ],
  gap: 1.3,
});
const more = (text: string, x = 90): LaidLine => ({ cells: [[x, text]] });
const numbered = (number: number, text: string): LaidLine => ({
  cells: [
    [72, `${number}.`],
    [108, text],
  ],
  gap: 2,
});
const prose = (text: string): LaidLine => ({ cells: [[72, text]], gap: 2 });
const NEXT = [
  heading('The experiences and progress of children in care: good'),
  numbered(1, 'Most children live in homes that suit them well and see the family they wish to see.'),
  more('They are listened to, and their plans are kept up to date by people who know them.', 108),
];
/** Enough plain text for the document to have a body size. */
const BODY = Array.from({ length: 12 }, () => more('Plain words of the report at the size of its body.', 72));
const read = (...pages: LaidLine[][]) => improvementList(readLines(layOut(BODY, ...pages)));
const texts = (...pages: LaidLine[][]) => read(...pages).items.map((item) => item.text);

describe('improvementList', () => {
  it.each([
    'What needs to improve',
    'What needs to improve?',
    'What needs to improve:',
    'What needs to improve?1',
    'What needs to be improved',
    'Recommendations',
    'Areas for improvement',
    'What does the local authority need to improve?',
  ])('finds its list under "%s"', (words) => {
    expect(texts([heading(words), bullet('One thing.'), bullet('Another thing.'), ...NEXT])).toEqual([
      'One thing.',
      'Another thing.',
    ]);
  });
  it('finds a heading in body size and body font', () => {
    expect(texts([prose('Before.'), prose('What needs to improve'), bullet('One thing.'), ...NEXT])).toEqual([
      'One thing.',
    ]);
  });
  it('joins wrapped lines, also over a page break', () => {
    const first = [heading('What needs to improve'), bullet('The pace of multi-'), more('agency work,')];
    expect(texts(first, [more('including early help'), bullet('Plans'), ...NEXT])).toEqual([
      'The pace of multi-agency work, including early help',
      'Plans',
    ]);
  });
  it('reads sub-bullets under their lead-in', () => {
    const [item, last] = read([
      heading('What needs to improve'),
      bullet('Services to care leavers, including:', '◼'),
      sub('homes and'),
      more('support', 116),
      sub('health histories.'),
      bullet('Plans.', '◼'),
      ...NEXT,
    ]).items;
    expect(item).toMatchObject({
      text: 'Services to care leavers, including: – homes and support – health histories.',
      leadIn: 'Services to care leavers, including:',
      subItems: ['homes and support', 'health histories.'],
    });
    expect(last).toMatchObject({ ref: 2, text: 'Plans.', leadIn: null, subItems: [] });
  });
  it('does not take a dash at the head of a wrapped line for a sub-bullet', () => {
    const wrapped: LaidLine = {
      cells: [
        [90, '–'],
        [99, 'published by the council'],
      ],
    };
    expect(texts([heading('What needs to improve'), bullet('Figures on poverty'), wrapped, ...NEXT])).toEqual(
      ['Figures on poverty – published by the council'],
    );
  });
  it('does not take a bullet whose margin wandered for a sub-bullet', () => {
    const wandered: LaidLine = {
      cells: [
        [90, '•'],
        [108, 'Another thing.'],
      ],
      gap: 2,
    };
    expect(
      texts([heading('What needs to improve'), bullet('One thing.'), wandered, bullet('A third.'), ...NEXT]),
    ).toEqual(['One thing.', 'Another thing.', 'A third.']);
    const found = read([
      heading('What needs to improve'),
      bullet('Things such as:'),
      wandered,
      bullet('A third.'),
      ...NEXT,
    ]);
    expect(found.items.map((item) => item.subItems)).toEqual([['Another thing.'], []]);
  });
  it('passes over a bullet with nothing behind it', () => {
    const empty: LaidLine = { cells: [[72, '•']], gap: 2 };
    expect(texts([heading('Recommendations'), bullet('One thing.'), empty, ...NEXT])).toEqual(['One thing.']);
  });
  it('shows a bullet of a symbol font as a plain one in the words of an item', () => {
    const lines = [heading('Recommendations'), bullet('Records:', '\uF06E'), sub('dates', '\uF0A7'), ...NEXT];
    expect(texts(lines)).toEqual(['Records: • dates']);
  });
  it('reads numbered recommendations, with inner headings, and their sub-bullets', () => {
    const list = read([
      heading('What does the local authority need to improve?'),
      { ...heading('Priority and immediate action'), size: 13.5 },
      numbered(1, 'Ensure that records'),
      more('are kept.', 108),
      { ...heading('Areas for improvement'), size: 13.5 },
      numbered(2, 'Ensure that:'),
      {
        cells: [
          [108, '•'],
          [120, 'plans are shared'],
        ],
      },
      ...NEXT,
    ]);
    expect(list.items.map((item) => item.text)).toEqual([
      'Ensure that records are kept.',
      'Ensure that: • plans are shared',
    ]);
  });
  it('ends at the first numbered paragraph or at prose, even without a heading', () => {
    const lines = [heading('What needs to improve'), bullet('One thing.')];
    expect(texts([...lines, numbered(1, 'A paragraph.'), ...NEXT])).toEqual(['One thing.']);
    expect(texts([...lines, prose('Throughout this report other words are used.'), ...NEXT])).toEqual([
      'One thing.',
    ]);
  });
  it('passes over a contents page that names the section', () => {
    const contents = [
      heading('Contents'),
      prose('Recommendations ........ 8'),
      {
        cells: [
          [72, 'Recommendations'],
          [500, '8'],
        ],
        gap: 2,
      } satisfies LaidLine,
      prose('Recommendations'),
    ];
    expect(texts(contents, [heading('Recommendations'), numbered(1, 'Ensure order.'), ...NEXT])).toEqual([
      'Ensure order.',
    ]);
  });
  it('says prose where the section is prose, and nothing where there is none', () => {
    const words = 'There are very few areas of variability in an otherwise exceptional service.';
    expect(read([heading('What needs to improve?'), prose(words), ...NEXT])).toMatchObject({
      items: [],
      prose: words,
    });
    expect(read([prose('Services are outstanding.'), ...NEXT])).toMatchObject({
      heading: null,
      items: [],
      prose: null,
    });
  });
  it('reads a list without marks, of short phrases, and leaves prose alone', () => {
    const lead = prose('The local authority should:');
    const lines = [
      prose('The quality of plans, so that children are safe'),
      prose('Oversight of drift in care'),
    ];
    expect(texts([heading('What needs to improve'), lead, ...lines, ...NEXT])).toEqual([
      'The quality of plans, so that children are safe',
      'Oversight of drift in care',
    ]);
    const told = [prose('Leaders know the service well.'), prose('There is drift in a few plans.')];
    expect(texts([heading('What needs to improve'), ...told, ...NEXT])).toEqual([]);
  });
  it('begins numbering again, or counts on, under each inner heading, and marks what is urgent', () => {
    for (const next of [1, 3]) {
      const list = read([
        heading('What does the local authority need to improve?'),
        { ...heading('Priority and immediate action'), size: 13.5 },
        numbered(1, 'One.'),
        numbered(2, 'Two.'),
        { ...heading('Areas for improvement'), size: 13.5 },
        numbered(next, 'Three.'),
        numbered(next + 1, 'Four.'),
        ...NEXT,
      ]);
      expect(list.items.map(({ text, isPriority }) => `${text}${isPriority}`)).toEqual([
        'One.true',
        'Two.true',
        'Three.false',
        'Four.false',
      ]);
    }
  });
  it('leaves out what the safeguarding board must do', () => {
    const board = [heading('What does the LSCB need to improve?'), numbered(1, 'Monitor thresholds.')];
    const own = [heading('What does the local authority need to improve?'), numbered(1, 'Keep records.')];
    expect(texts([...own, heading('Summary'), ...board, ...NEXT])).toEqual(['Keep records.']);
    expect(texts([...board, ...NEXT])).toEqual([]);
  });
  it('takes numbered paragraphs under a heading for the running text that they are', () => {
    const long = Array.from({ length: 14 }, () =>
      more('Words of a paragraph that goes on and on here.', 108),
    );
    const list = read([heading('Areas for improvement'), numbered(1, 'At length:'), ...long, ...NEXT]);
    expect(list.items).toEqual([]);
  });
  it('passes over the name of the section at the head of a page, and a lead to another group', () => {
    const first = [heading('What needs to improve'), bullet('One thing that goes'), more('on')];
    const head = { ...heading('What needs to improve'), font: 'bold' };
    const second = [
      head,
      more('and on.'),
      prose('The partnership should also:'),
      bullet('Another.'),
      ...NEXT,
    ];
    expect(texts(first, second)).toEqual(['One thing that goes on and on.', 'Another.']);
  });
  it('knows the letters of symbol fonts and lettered items for marks', () => {
    const sign = (mark: string, text: string): LaidLine => ({
      cells: [
        [72, mark],
        [90, text],
      ],
      gap: 2,
    });
    const lettered = ['(a)', '(b)', 'c)'].map((mark, index) => sign(mark, `Thing ${index}.`));
    expect(texts([heading('Recommendations'), ...lettered, ...NEXT])).toEqual([
      'Thing 0.',
      'Thing 1.',
      'Thing 2.',
    ]);
  });
  it('is not misled by a sentence that speaks of what needs to improve', () => {
    const line = prose('The plan sets out what needs to improve and by when.');
    expect(read([line, more('What needs to improve is clear to all.', 72), ...NEXT]).heading).toBeNull();
  });
  it('gives back any list as it was set', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
    const item = fc.array(line, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), fc.nat(7), (items, breakAt) => {
        const laid = items.map(([first = '', ...rest]) => [
          bullet(`T${first}`),
          ...rest.map((text) => more(text)),
        ]);
        const before = laid.slice(0, breakAt).flat();
        const after = laid.slice(breakAt).flat();
        const found = texts([heading('What needs to improve'), ...before], [...after, ...NEXT]);
        expect(found).toEqual(items.map((lines) => `T${lines.join(' ')}`));
      }),
    );
  });
});

describe('numberedParagraphs', () => {
  const paragraphs = (...pages: LaidLine[][]) =>
    numberedParagraphs(readLines(layOut(BODY, ...pages)), new Set());
  it('reads number, page, section and text, over wraps and page breaks', () => {
    expect(
      paragraphs(
        [
          heading('The experiences and progress of children who'),
          { ...heading('need help: good'), gap: 1.2 },
          numbered(1, 'One'),
          more('goes on', 108),
        ],
        [more('and on.', 108), numbered(2, 'Two.')],
      ),
    ).toEqual([
      {
        number: 1,
        page: 2,
        section: 'The experiences and progress of children who need help: good',
        text: 'One goes on and on.',
      },
      {
        number: 2,
        page: 3,
        section: 'The experiences and progress of children who need help: good',
        text: 'Two.',
      },
    ]);
  });
  it('does not take a figure at the head of a wrapped line for a paragraph', () => {
    const [first] = paragraphs([
      numbered(1, 'Young people stay until they turn'),
      more('2. years later they return', 108),
      more('home.', 108),
      numbered(2, 'Two.'),
    ]);
    expect(first?.text).toBe('Young people stay until they turn 2. years later they return home.');
  });
  it('starts again at 1 only under a new heading', () => {
    const found = paragraphs([
      heading('Part one: good'),
      numbered(1, 'A.'),
      numbered(2, 'B.'),
      heading('Part two: good'),
      numbered(1, 'C.'),
    ]);
    expect(found.map((entry) => [entry.number, entry.section])).toEqual([
      [1, 'Part one: good'],
      [2, 'Part one: good'],
      [1, 'Part two: good'],
    ]);
  });
});
