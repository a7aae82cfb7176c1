import type { DeclarableRag, DeliveryStatus, GridCell } from '@gt/contracts/words';

/** A colour that a workbook shows. Blue says complete and is never declared. */
type Colour = DeclarableRag | 'BLUE';

const RAG_WORDS: readonly (readonly [RegExp, Colour])[] = [
  [/^(?:b|blue)\b|embedded|complete and|^completed?$|^closed$/i, 'BLUE'],
  [/^(?:r|red)$|^red\b|off[ -]?track|overdue|significant(?:ly)? (?:delay|risk|behind)|not on track/i, 'RED'],
  [
    /^(?:a|amber|y|yellow|orange)$|^(?:amber|yellow|orange)\b|at risk|some (?:delay|risk)|slipp|behind|minor delay/i,
    'AMBER',
  ],
  [/^(?:g|green)$|^(?:light |dark )?green\b|on[ -]?track|on schedule|on target/i, 'GREEN'],
];

/**
 * The colour that a cell names by its words: R, A, G or B, the colour itself, or what it stands for.
 * Example: "At risk" is Amber; "Green – on track" is Green. Null when it names none.
 */
export function ragOfWords(text: string): Colour | null {
  const plain = text.trim();
  return RAG_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/**
 * The colour of a cell's fill, light tints as well as full ones; null for white, grey and colours of no rating.
 * Example: FFC7CE, the light red of Excel's "bad" style, is Red.
 */
export function ragOfFill(fill: string | undefined): Colour | null {
  if (fill === undefined || !/^[0-9a-f]{6}$/i.test(fill)) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = high - low;
  // Hardly any colour, or hardly any light: a grey.
  if (spread < 0.1 || high < 0.25) return null;
  const hue = hueOf(red, green, blue);
  if (hue < 18 || hue >= 338) return 'RED';
  if (hue < 66) return 'AMBER';
  if (hue < 168) return 'GREEN';
  return hue < 256 ? 'BLUE' : null;
}

function hueOf(red: number, green: number, blue: number): number {
  const high = Math.max(red, green, blue);
  const spread = high - Math.min(red, green, blue);
  const sixth =
    high === red
      ? ((green - blue) / spread + 6) % 6
      : high === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  return sixth * 60;
}

/** The rating of a cell: by its words, else by its fill, and how it was read. */
export function ragOf(cell: GridCell | null): { colour: Colour; by: string } | null {
  if (!cell) return null;
  const word = ragOfWords(cell.text);
  if (word) return { colour: word, by: `“${cell.text.trim().slice(0, 60)}” in the workbook` };
  const fill = ragOfFill(cell.fill);
  return fill && { colour: fill, by: 'the colour of the cell in the workbook' };
}

const STATUS_WORDS: readonly (readonly [RegExp, DeliveryStatus])[] = [
  [/cancel|withdrawn|superseded|no longer (?:required|needed|relevant)|abandon/i, 'CANCELLED'],
  [
    /not (?:yet )?(?:started|begun|commenced)|^to do$|yet to (?:start|begin)|^planned$|^outstanding$/i,
    'NOT_STARTED',
  ],
  [/re-?opened/i, 'REOPENED'],
  [/(?:not|in|partly|partially|nearly|almost|\d ?%) ?complete/i, 'IN_PROGRESS'],
  [/complete|closed|achieved|^done\b|delivered|finished|embedded|^blue$|^b$/i, 'AWAITING_EVIDENCE_CHECK'],
  [
    /progress|ongoing|on[- ]?going|under ?way|started|on[ -]?track|at risk|off[ -]?track|overdue|delayed|^(?:red|amber|green|r|a|g)$/i,
    'IN_PROGRESS',
  ],
];

/**
 * The delivery status that a cell names. Complete never closes: it waits for the evidence check.
 * Example: "Completed" is "Complete, awaiting evidence check". Null when it names none.
 */
export function statusOfWords(text: string): DeliveryStatus | null {
  const plain = text.trim();
  if (plain.length > 60) return null;
  return STATUS_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
