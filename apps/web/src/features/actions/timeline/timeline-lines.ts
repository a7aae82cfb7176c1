import type { TimelinePage, TimelineRow } from '../queries.ts';

type Recommendation = TimelinePage['recommendations'][number];

/** A line of the timeline: the heading of a recommendation, or one of its actions. */
export type TimelineLine =
  | { kind: 'recommendation'; key: string; recommendation: Recommendation; count: number }
  | { kind: 'action'; key: string; row: TimelineRow };

export const LINE_HEIGHTS = { recommendation: 34, action: 40 } as const;

/** Rows under their recommendations, in the order they come in; a recommendation that goes on is headed once. */
export function timelineLines(
  rows: readonly TimelineRow[],
  recommendations: readonly Recommendation[],
): TimelineLine[] {
  const known = new Map(recommendations.map((recommendation) => [recommendation.id, recommendation]));
  const counts = new Map<string, number>();
  for (const { recommendationId } of rows) {
    counts.set(recommendationId, (counts.get(recommendationId) ?? 0) + 1);
  }
  const lines: TimelineLine[] = [];
  let under = '';
  for (const row of rows) {
    const recommendation = known.get(row.recommendationId);
    if (recommendation && row.recommendationId !== under) {
      const count = counts.get(row.recommendationId) ?? 0;
      lines.push({ kind: 'recommendation', key: recommendation.id, recommendation, count });
    }
    under = row.recommendationId;
    lines.push({ kind: 'action', key: row.id, row });
  }
  return lines;
}

/** The top of each line in pixels, and of what would come after the last. */
export function lineTops(lines: readonly TimelineLine[]): number[] {
  const tops = [0];
  for (const { kind } of lines) tops.push((tops.at(-1) ?? 0) + LINE_HEIGHTS[kind]);
  return tops;
}
