import { FINDING_KIND_LABELS, type FindingLevel, type IsoDate } from '@gt/contracts/words';
import { screenText } from '@gt/domain/screening';
import type { ScreeningSettings } from './queries.ts';

/** Something in typed words, as it is told beside the field. */
export type SeenWords = { words: string; what: string; why: string; level: FindingLevel };

/** So many are told; a text with more of them is no text to be looked through word by word. */
const TOLD = 5;
const LONGEST = 60;

/** What may identify somebody in words that are being typed: the likely first, each kind of words once. */
export function screenTyped(text: string, settings: ScreeningSettings | null, today: IsoDate): SeenWords[] {
  const found = screenText(text, {
    today,
    ...(settings
      ? {
          offices: settings.officePostcodes,
          ownDomains: settings.ownDomains,
          caseNumber: settings.caseNumberShape,
        }
      : {}),
  });
  const seen = new Map<string, SeenWords>();
  for (const { at, length, kind, level, why } of found) {
    const words = text.slice(at, at + Math.min(length, LONGEST)).replace(/\s+/g, ' ');
    seen.set(`${kind} ${words}`, { words, what: FINDING_KIND_LABELS[kind], why, level });
  }
  return [...seen.values()]
    .toSorted((a, b) => Number(a.level === 'POSSIBLE') - Number(b.level === 'POSSIBLE'))
    .slice(0, TOLD);
}
