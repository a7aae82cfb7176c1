import { chance } from './chance.ts';
import { setImprovements } from './improvements.ts';
import { setJoint, setLetter } from './letters.ts';
import { type MadeReport, type Manner, UNSEEN_LAYOUTS } from './made-report.ts';
import { makeManner } from './manner.ts';
import type { Paper } from './paper.ts';
import { setFurniture, setParagraphs, setTitle } from './report-parts.ts';
import { Sheet } from './sheet.ts';
import { makeTruth } from './truth.ts';
import { TypstPaper } from './typst-paper.ts';

/** Who sets the report: our own small writer, or a typesetter that is not ours. */
export type UnseenWriter = 'plain' | 'typst';

/** A made-up report: the same seed and writer make the same file, and its truth is known. */
export function makeUnseen(seed: number, writer: UnseenWriter = 'plain'): MadeReport {
  const pick = chance(seed * 7919 + 13);
  const layout = UNSEEN_LAYOUTS[seed % UNSEEN_LAYOUTS.length] ?? 'ILACS_2018';
  const manner = makeManner(pick, seed, layout);
  const truth = makeTruth(pick, layout, manner);
  const sheet = paperOf(writer, manner, seed);
  const made = { pick, truth, manner, sheet };
  if (truth.kind === 'SIF' || truth.kind === 'ILACS') setTitle(made);
  else if (truth.kind === 'JTAI') setJoint(made);
  else setLetter(made);
  setImprovements(made);
  setParagraphs(made);
  setFurniture(made);
  const file = sheet.write({ turned: manner.turned, shuffled: manner.shuffled ? pick : null });
  return { name: `${layout} ${seed} (${writer})`, truth, manner, file };
}

function paperOf(writer: UnseenWriter, manner: Manner, seed: number): Paper {
  const [left, right] = manner.margins;
  if (writer === 'plain')
    return new Sheet({ left, right, bottom: 110, breaks: manner.breaks, columns: manner.columns });
  const pick = chance(seed * 104_729 + 7);
  return new TypstPaper({
    left,
    right,
    columns: manner.columns,
    justify: pick.in(0.3),
    ligatures: pick.in(0.7),
    leading: pick.pick([0.5, 0.65, 0.8]),
    rules: pick.pick([0, 0.5]),
    fonts: pick.pick([
      ['Atkinson Hyperlegible Next', 'Libertinus Serif'],
      ['Libertinus Serif', 'Atkinson Hyperlegible Next'],
    ]),
  });
}
