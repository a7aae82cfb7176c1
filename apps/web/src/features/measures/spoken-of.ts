import type { MeasureDetail } from './queries.ts';

/** Figures with everything that was said of each, for the mark on the chart and its reading. */
export function spokenOf({ points, comments }: Pick<MeasureDetail, 'points' | 'comments'>) {
  return points.map((point) => {
    const said = comments.filter(({ date, redactedAt }) => date === point.date && redactedAt === null);
    const words = [point.comment, ...said.map(({ body, author }) => `${author.name}: ${body}`)];
    return { ...point, comment: words.filter((one) => one !== '').join(' ') };
  });
}
