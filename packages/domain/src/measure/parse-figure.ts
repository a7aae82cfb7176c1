import { checkShare, type Share, shareValue } from './share.ts';
import { MEASURE_LIMITS } from './validate-measure.ts';
import { FIGURE_DECIMALS, numberWords, roundFigure } from './value-words.ts';

export type ParsedFigure =
  | { ok: true; value: number; note: string; share: Share | null }
  /** A clause that ends a sentence: "“n/a” is not a number". */
  | { ok: false; reason: string };

const no = (reason: string): ParsedFigure => ({ ok: false, reason });

/**
 * A figure as people type it or a spreadsheet copies it: "78.4", "78.4 %", "1,234", "£1,200.50", "12 days". Thousands
 * may carry commas where they belong; the unit may stand beside it when it is the measure's own. Two counts, "45/60"
 * or "45 of 60", are worked out where the unit is a share.
 * Example: with unit "%", "0.784" is 0.784 with the note that it is not 78.4 %.
 */
export function parseFigure(typed: string, unit: string): ParsedFigure {
  const text = typed
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  if (text === '') return no('there is no figure beside the date');
  const counts = /^([\d,]+) ?(?:\/|of|out of) ?([\d,]+)$/i.exec(text);
  if (counts) return worked(text, counts, unit);
  const hasPercent = /%$/.test(text);
  if (hasPercent && unit !== '%')
    return no(
      `“${text}” is a percentage, and the unit here is ${unit === '' ? 'a plain number' : `“${unit}”`}`,
    );
  const bare = withoutUnit(text.replace(/ ?%$/, '').replace(/−/g, '-'), unit);
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare) || /^-?\d+,\d{1,2}$/.test(bare)) {
    return no(`“${text}” has a comma for its decimals. Write it with a full stop, as 78.4`);
  }
  if (!/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare)) return no(`“${text}” is not a number`);
  const value = Number(bare.replace(/[,+]/g, ''));
  if (Math.abs(value) > MEASURE_LIMITS.value)
    return no(`“${text}” is larger than ${numberWords(MEASURE_LIMITS.value)}`);
  // Spreadsheets copy more decimals than they show.
  const kept = roundFigure(value);
  const note = kept !== value ? `Kept to ${FIGURE_DECIMALS} decimals: ${numberWords(kept)}` : '';
  const isFraction = unit === '%' && !hasPercent && kept > 0 && kept < 1;
  return {
    ok: true,
    value: kept,
    note: isFraction ? `Read as ${numberWords(kept)} %, not ${numberWords(kept * 100)} %` : note,
    share: null,
  };
}

function worked(text: string, counts: RegExpExecArray, unit: string): ParsedFigure {
  const [numerator = 0, denominator = 0] = counts.slice(1).map((count) => Number(count.replace(/,/g, '')));
  const share = { numerator, denominator };
  const value = shareValue(share, unit);
  const [problem] = checkShare(share, unit);
  if (problem) return no(`“${text}” cannot be worked out: ${problem.message.replace(/\.$/, '')}`);
  return value === null
    ? no(`“${text}” is two counts, and the unit here is no share of them`)
    : { ok: true, value, note: `${text} is ${numberWords(value)}${unit === '%' ? ' %' : ` ${unit}`}`, share };
}

/** What people and statistics write where there is no figure: "n/a", "-", "tbc", and "c", "x", "z" of the Department. */
const NO_FIGURE =
  /^(n\/?\.?a\.?|none|nil return|not (available|applicable|known|recorded)|tbc|[-–—]+|\.{2,}|[xzc:*])$/i;

/** Whether a cell says that there is no figure, which is no mistake. */
export function isNoFigure(typed: string): boolean {
  return NO_FIGURE.test(typed.trim());
}

function withoutUnit(text: string, unit: string): string {
  const plain = text.replace(/^(-?)£ ?/, unit.startsWith('£') ? '$1' : '$&');
  if (unit === '' || unit === '%') return plain;
  const own = unit.replace(/^£/, '').toLowerCase();
  const lower = plain.toLowerCase();
  return own !== '' && lower.endsWith(own) ? plain.slice(0, -own.length).trim() : plain;
}
