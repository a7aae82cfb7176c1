import type { KnotState } from '@gt/contracts/words';

/** A knot around its own centre, for use inside an svg: filled, hollow, or a cross. */
export function KnotMark({ state, x, y, r }: { state: KnotState; x: number; y: number; r: number }) {
  const ink = 'var(--gt-thread)';
  if (state === 'WHOLE') return <circle cx={x} cy={y} r={r} fill={ink} />;
  if (state === 'PARTIAL')
    return <circle cx={x} cy={y} r={r - 1} fill="var(--gt-panel)" stroke={ink} strokeWidth="2" />;
  const arm = r - 0.5;
  return (
    <path
      d={`M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}M${x + arm} ${y - arm}l${-2 * arm} ${2 * arm}`}
      stroke={ink}
      strokeWidth="2"
      strokeLinecap="round"
      fill="none"
    />
  );
}
