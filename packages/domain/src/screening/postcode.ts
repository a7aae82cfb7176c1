import { endsWithin, type Finding, findAll, isInsideWord } from './finding.ts';

/** BS 7666: which letters and digits may stand where. The part after the space is found first, as it is rarer. */
const INWARD = /\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}/g;
const OUTWARD = /(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d(?:\d|[ABEHMNPRV-Y])?|\d[A-HJKPS-UW])) ?$/i;
const OUTWARD_MAX = 5;
const AREAS = new Set(
  `AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY
   G GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP
   NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA
   WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);
/** In small letters; in capitals it may well be a postcode. */
const ORDINAL = /^(?:1st|2nd|3rd|[04-9]th)$/;
const BEFORE = 90;
/** "12 Acacia Road", "Flat 3", or a person's title and name, shortly before the postcode. */
const ADDRESS =
  /\b\d{1,4}[a-z]?,? (?:[A-Z][\p{L}'’-]+ ){1,3}(?:Road|Street|Avenue|Lane|Close|Drive|Way|Crescent|Court|Gardens|Grove|Place|Terrace|Walk|Rise|Hill|Green|Rd|St|Ave|Ln|Cl|Dr)\b|\b(?:Flat|Apartment|House) \d{1,4}\b|\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Baby|Child) [A-Z]/gu;

/** Outward and inward part without the space, in capitals: how postcodes are compared. */
export function plainPostcode(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Whether a text is one whole postcode, in any case, with or without its space. */
export function isPostcode(text: string): boolean {
  const plain = plainPostcode(text);
  const [found, ...more] = findPostcodes(plain);
  return found?.length === plain.length && more.length === 0;
}

/**
 * Postcodes in a text. On its own one is possible; beside a house number or a person's name it is likely. Those of
 * `offices`, the trust's own buildings, are left out.
 * Source: BS 7666 and the Postcode Address File's list of areas.
 */
export function findPostcodes(text: string, offices: ReadonlySet<string> = new Set()): Finding[] {
  const isAddressBefore = endsWithin(text, ADDRESS);
  return findAll(text, INWARD, ({ 0: inward, index }) => {
    const before = OUTWARD.exec(text.slice(Math.max(0, index - OUTWARD_MAX), index));
    if (!before) return null;
    const [at, end] = [index - before[0].length, index + inward.length];
    const words = text.slice(at, end);
    const isOneCase = words === words.toUpperCase() || words === words.toLowerCase();
    const area = /^[A-Z]+/.exec(words.toUpperCase())?.[0] ?? '';
    if (!isOneCase || !AREAS.has(area) || ORDINAL.test(inward)) return null;
    if (isInsideWord(text, at, end) || text.charAt(at - 1) === '.') return null;
    const plain = plainPostcode(words);
    if (offices.has(plain) || (area === 'GIR' && plain !== 'GIR0AA')) return null;
    return {
      kind: 'POSTCODE',
      at,
      length: words.length,
      ...(isAddressBefore(at - BEFORE, at)
        ? { level: 'LIKELY', why: 'A postcode with a house number or a name before it' }
        : { level: 'POSSIBLE', why: 'Has the form of a postcode' }),
    };
  });
}
