import { useState } from 'react';

const KEY = 'gt-measure-chart';

export type ChartKind = 'run' | 'control';

/** Which chart this person looked at last on this device. */
export function useChartKind() {
  const [kind, setKind] = useState<ChartKind>(() => {
    try {
      return localStorage.getItem(KEY) === 'control' ? 'control' : 'run';
    } catch {
      return 'run';
    }
  });
  const choose = (next: ChartKind) => {
    setKind(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Without storage it holds for this visit.
    }
  };
  return [kind, choose] as const;
}
