import classes from './measures.module.css';
import type { MeasureDetail } from './queries.ts';

/** What the chart shows, in words: for everybody, and all there is for those who do not see it. */
export function ChartWords({ measure }: { measure: MeasureDetail }) {
  const commented = measure.comments.length > 0 || measure.points.some(({ comment }) => comment !== '');
  return (
    <div className={classes.chartWords}>
      <p className={classes.text}>
        {measure.chartWords.join(' ')}
        {measure.trajectoryWords === '' ? '' : ` ${measure.trajectoryWords}.`}
      </p>
      {measure.points.length > 0 ? (
        <p className={`${classes.quiet} gt-screen-only`}>
          {commented ? 'A diamond marks a figure with a comment. ' : ''}
          Arrow keys walk along the chart; the table beneath holds every figure.
        </p>
      ) : null}
    </div>
  );
}
