import type { Chance } from './chance.ts';
import type { Manner, UnseenLayout } from './made-report.ts';

const HEADINGS: Record<string, readonly string[]> = {
  SIF_JOINT: ['What does the local authority need to improve?'],
  SIF_2016: ['Recommendations'],
  ILACS: [
    'What needs to improve',
    'What needs to improve?',
    'What needs to improve:',
    'Areas for improvement',
  ],
  FOCUSED: [
    'What needs to improve in this area of social work practice',
    'What needs to improve in this area of social work practice?',
    'Areas for improvement',
    'What needs to improve',
  ],
  MONITORING: ['What needs to improve', 'Areas for improvement'],
  JTAI: ['Areas for improvement', 'What needs to improve?'],
};

export function makeManner(pick: Chance, seed: number, layout: UnseenLayout): Manner {
  const family = layout.startsWith('SIF') ? layout : (layout.split('_')[0] ?? '');
  const isPlain = pick.in(0.35);
  const odd = (share: number) => !isPlain && pick.in(share);
  const hangs = !odd(0.15);
  const columns = odd(0.1) && hangs ? 2 : 1;
  const list = makeList(pick, layout);
  return {
    seed,
    mark: layout.startsWith('SIF') ? 'bullet' : makeMark(pick, isPlain),
    inOneRun: odd(0.2),
    hangs,
    itemGap: hangs ? pick.pick([0, 4, 6, 12]) : pick.pick([6, 12]),
    listIndent: pick.pick([0, 18, 24]),
    heading: pick.pick(HEADINGS[family] ?? ['What needs to improve']),
    headingSize: family === 'FOCUSED' || family === 'MONITORING' ? 12 : pick.pick([14, 14, 13.5, 12]),
    leadSentence: odd(0.2)
      ? pick.pick(['The local authority should:', 'Leaders need to make sure of the following.'])
      : null,
    list,
    footers: /202|FOCUSED/.test(layout),
    runningHead: odd(0.1) ? 'What needs to improve' : null,
    footnote: odd(0.25),
    listLow: pick.in(0.3),
    breaks: odd(0.12) ? pick.pick(['soft', 'hard']) : 'none',
    columns,
    turned: odd(0.06),
    shuffled: odd(0.2),
    margins: pick.pick([
      [72, 72],
      [79, 60],
      [64, 90],
    ]),
    tableCentred: pick.in(0.4),
  };
}

function makeMark(pick: Chance, isPlain: boolean): Manner['mark'] {
  if (isPlain) return pick.pick(['bullet', 'square', 'private']);
  return pick.pick(['bullet', 'square', 'private', 'hyphen', 'dash', 'o', 'letters', 'none']);
}

function makeList(pick: Chance, layout: UnseenLayout): Manner['list'] {
  if (layout.startsWith('SIF')) return 'list';
  if (layout.startsWith('MONITORING')) return pick.pick(['absent', 'absent', 'list']);
  if (layout.startsWith('ILACS') && pick.in(0.1)) return pick.pick(['prose', 'absent']);
  return 'list';
}
