import type { Rag, ReportBar } from '@gt/contracts/words';
import { type Polygon, pngOf } from './png-of.ts';

/** Of a bar that fills its cell, in points. */
const WIDTH = 120;
const HEIGHT = 9;
/** A part with a count is never narrower than this. */
const LEAST = 3;
const GAP = 1;
/** The shape that tells a colour from the others without colour is drawn in parts at least this wide. */
const ROOM_FOR_SHAPE = 10;

const INKS: Record<Rag, { fill: string; mark: string }> = {
  RED: { fill: '#B3261E', mark: '#FFFFFF' },
  AMBER: { fill: '#F2B233', mark: '#1B2430' },
  GREEN: { fill: '#1E7A43', mark: '#FFFFFF' },
  BLUE: { fill: '#2459A6', mark: '#FFFFFF' },
  NONE: { fill: '#C9D0D9', mark: '#1B2430' },
};

/** A bar of colours as a picture. It holds no text: the words are its alternative text. */
export interface BarPicture {
  width: number;
  height: number;
  svg: string;
  png(): Buffer;
}

/** Draws a bar with a shape in each part: triangle, diamond, circle, square and ring, as beside every colour. */
export function barPicture({ parts, whole }: ReportBar): BarPicture {
  const shapes = parts.length === 0 ? [] : shapesOf(parts, whole);
  const drawn = shapes.map(
    ({ fill, points }) =>
      `<polygon fill="${fill}" points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}"/>`,
  );
  return {
    width: WIDTH,
    height: HEIGHT,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawn.join('')}</svg>`,
    png: () => pngOf(shapes, WIDTH, HEIGHT),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

function shapesOf(parts: ReportBar['parts'], whole: number): Polygon[] {
  const sum = parts.reduce((all, { count }) => all + count, 0);
  const full = (WIDTH * sum) / Math.max(whole, sum, 1);
  const room = Math.max(full - GAP * (parts.length - 1), LEAST * parts.length);
  // What the narrow ones are given is taken from the wide ones.
  const narrow = parts.filter(({ count }) => (room * count) / sum < LEAST);
  const wideSum = sum - narrow.reduce((all, { count }) => all + count, 0);
  const forWide = room - LEAST * narrow.length;
  let x = 0;
  return parts.flatMap(({ rag, count }) => {
    const width = (room * count) / sum < LEAST ? LEAST : (forWide * count) / wideSum;
    const { fill, mark } = INKS[rag];
    const rectangle: Polygon = { fill, points: box(x, 0, width, HEIGHT) };
    const middle = x + width / 2;
    x += width + GAP;
    return width < ROOM_FOR_SHAPE ? [rectangle] : [rectangle, ...markOf(rag, middle, fill, mark)];
  });
}

const box = (x: number, y: number, width: number, height: number) =>
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;

function markOf(rag: Rag, x: number, fill: string, mark: string): Polygon[] {
  const [y, r] = [HEIGHT / 2, 2.6];
  if (rag === 'RED') {
    return [
      {
        fill: mark,
        points: [
          [x, y - r],
          [x + r, y + r],
          [x - r, y + r],
        ],
      },
    ];
  }
  if (rag === 'AMBER') {
    return [
      {
        fill: mark,
        points: [
          [x, y - r],
          [x + r, y],
          [x, y + r],
          [x - r, y],
        ],
      },
    ];
  }
  if (rag === 'BLUE') return [{ fill: mark, points: box(x - r, y - r, 2 * r, 2 * r) }];
  const disc = { fill: mark, points: circle(x, y, r) };
  return rag === 'GREEN' ? [disc] : [disc, { fill, points: circle(x, y, r - 0.9) }];
}

function circle(x: number, y: number, r: number): [number, number][] {
  return Array.from({ length: 24 }, (_, at) => {
    const angle = (at / 24) * 2 * Math.PI;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
}
