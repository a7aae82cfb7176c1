import type { PackMeasure } from '@gt/contracts/words';

const WIDTH = 220;
const HEIGHT = 56;
const EDGE = 5;
const LINE = '#1F4B7A';
const TARGET = '#566273';

/**
 * A measure over time: a line with a dot at each figure, and a broken line where the target is. It holds no text: the
 * words and a table with the same figures stand beside it. '' for fewer than two figures, which make no line.
 */
export function measureSvg({ figures, targetValue }: PackMeasure): string {
  if (figures.length < 2) return '';
  const values = [...figures.map(({ value }) => value), ...(targetValue === null ? [] : [targetValue])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const days = figures.map(({ on }) => Date.parse(on));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (day: number) => round(EDGE + ((day - first) / Math.max(last - first, 1)) * (WIDTH - 2 * EDGE));
  const y = (value: number) =>
    round(HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE));
  const points = figures.map(({ value }, index) => [x(days[index] ?? first), y(value)] as const);
  const target =
    targetValue === null
      ? ''
      : `<line x1="0" y1="${y(targetValue)}" x2="${WIDTH}" y2="${y(targetValue)}" stroke="${TARGET}" stroke-width="1" stroke-dasharray="4 3"/>`;
  const line = `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${LINE}" stroke-width="1.6"/>`;
  const dots = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="2.2" fill="${LINE}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${target}${line}${dots.join('')}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
