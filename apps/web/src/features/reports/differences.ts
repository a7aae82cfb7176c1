import type { Difference } from './queries.ts';

/** Everything that differs in one section; `change` when all of it changed the same way. */
export type SectionDifference = {
  heading: string;
  change: Difference['change'] | null;
  parts: Pick<Difference, 'change' | 'runs'>[];
};

/** Differences by their section, in the order in which sections come. A section's own heading is not told twice. */
export function differencesBySection(differences: readonly Difference[]): SectionDifference[] {
  const byHeading = new Map<string, Difference[]>();
  for (const difference of differences) {
    byHeading.set(difference.heading, [...(byHeading.get(difference.heading) ?? []), difference]);
  }
  return [...byHeading].map(([heading, all]) => {
    const parts = all.length > 1 ? all.filter((part) => !isHeadingAlone(part)) : all;
    const [first] = parts;
    const change = first && parts.every((part) => part.change === first.change) ? first.change : null;
    return { heading, change, parts };
  });
}

/** A section that came or went brings its heading as a part of its own. */
const isHeadingAlone = ({ heading, change, runs }: Difference) =>
  change !== 'CHANGED' && runs.length === 1 && runs[0]?.text === heading;
