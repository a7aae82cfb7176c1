import type { KnotState } from '@gt/contracts/words';

const GOLD = '#A87C12';
const MUTED = '#566273';

/**
 * The thread as a drawing: one knot per state (filled, hollow, crossed), joined by a line that is solid
 * up to a whole knot and dashed up to any other, so that the gap shows where the thread breaks. Units
 * are points; `step` is from knot to knot. It holds no text: its words stand beside it.
 */
export function threadSvg(
  states: readonly KnotState[],
  { radius, step, width }: { radius: number; step: number; width: number },
): string {
  const middle = radius + 1;
  const centre = (index: number) => middle + index * step;
  const lines = states.slice(1).map((state, index) => {
    const [from, to] = [centre(index) + radius + 2, centre(index + 1) - radius - 2];
    const dash = state === 'WHOLE' ? 'stroke-width="1.6"' : 'stroke-width="1.3" stroke-dasharray="1.5 3"';
    return `<line x1="${from}" y1="${middle}" x2="${to}" y2="${middle}" stroke="${GOLD}" ${dash}/>`;
  });
  const knots = states.map((state, index) => knot(state, centre(index), middle, radius));
  const height = 2 * middle;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${lines.join('')}${knots.join('')}</svg>`;
}

function knot(state: KnotState, x: number, y: number, radius: number): string {
  if (state === 'WHOLE') return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${GOLD}"/>`;
  if (state === 'PARTIAL') {
    return `<circle cx="${x}" cy="${y}" r="${radius - 0.8}" fill="none" stroke="${GOLD}" stroke-width="1.6"/>`;
  }
  const [a, b, c, d] = [x - radius * 0.7, y - radius * 0.7, x + radius * 0.7, y + radius * 0.7];
  return `<path d="M${a} ${b}L${c} ${d}M${c} ${b}L${a} ${d}" stroke="${MUTED}" stroke-width="1.4" fill="none"/>`;
}
