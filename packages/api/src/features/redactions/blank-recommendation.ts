import type { Tx } from '@gt/db';
import { blankNotesOf, notesOf } from '../lineage/blank-lineage.ts';
import { DESTROYED } from './destroyed.ts';

/** Blanks every text of a recommendation: its own, what was said when it closed, and what was asked for under it. */
export async function blankRecommendation(tx: Tx, id: string, redactedAt: Date): Promise<void> {
  const next = { redactedAt, version: { increment: 1 } };
  const blank = { quote: DESTROYED, leadIn: null, goodLooksLike: '', closureTest: '', response: '' };
  await tx.recommendation.update({ where: { id }, data: { ...blank, ...next }, select: { id: true } });
  // The words that paragraph and recommendation share are a copy of both.
  await tx.recommendationParagraph.updateMany({ where: { recommendationId: id }, data: { sharedWords: [] } });
  await tx.recommendationClosure.updateMany({
    where: { recommendationId: id },
    data: {
      done: DESTROYED,
      practice: DESTROYED,
      consistent: DESTROYED,
      difference: DESTROYED,
      reopenedReason: '',
      ...next,
    },
  });
  await tx.sustainCheck.updateMany({
    where: { closure: { recommendationId: id } },
    data: { note: '', ...next },
  });
  await tx.evidenceAsk.updateMany({
    where: { recommendationId: id },
    data: { text: DESTROYED, settledNote: '', ...next },
  });
  await blankNotesOf(tx, id, redactedAt);
}

/** The texts that `blankRecommendation` takes away beside its own. */
export async function textsBesideRecommendation(tx: Tx, id: string): Promise<string[]> {
  const closures = await tx.recommendationClosure.findMany({
    where: { recommendationId: id },
    select: {
      done: true,
      practice: true,
      consistent: true,
      difference: true,
      reopenedReason: true,
      checks: { select: { note: true } },
    },
  });
  const asks = await tx.evidenceAsk.findMany({
    where: { recommendationId: id },
    select: { text: true, settledNote: true },
  });
  return [
    ...closures.flatMap(({ checks, ...said }) => [...Object.values(said), ...checks.map(({ note }) => note)]),
    ...asks.flatMap(({ text, settledNote }) => [text, settledNote]),
    ...(await notesOf(tx, id)),
  ];
}
