import { chance } from './chance.ts';
import { setImprovements } from './improvements.ts';
import { setJoint, setLetter } from './letters.ts';
import { type MadeReport, UNSEEN_LAYOUTS } from './made-report.ts';
import { makeManner } from './manner.ts';
import { setFurniture, setParagraphs, setTitle } from './report-parts.ts';
import { Sheet } from './sheet.ts';
import { makeTruth } from './truth.ts';

/** A made-up report: the same seed makes the same file, and its truth is known. */
export function makeUnseen(seed: number): MadeReport {
  const pick = chance(seed * 7919 + 13);
  const layout = UNSEEN_LAYOUTS[seed % UNSEEN_LAYOUTS.length] ?? 'ILACS_2018';
  const manner = makeManner(pick, seed, layout);
  const truth = makeTruth(pick, layout, manner);
  const [left, right] = manner.margins;
  const sheet = new Sheet({ left, right, bottom: 110, breaks: manner.breaks, columns: manner.columns });
  const made = { pick, truth, manner, sheet };
  if (truth.kind === 'SIF' || truth.kind === 'ILACS') setTitle(made);
  else if (truth.kind === 'JTAI') setJoint(made);
  else setLetter(made);
  setImprovements(made);
  setParagraphs(made);
  setFurniture(made);
  const file = sheet.write({ turned: manner.turned, shuffled: manner.shuffled ? pick : null });
  return { name: `${layout} ${seed}`, truth, manner, file };
}
