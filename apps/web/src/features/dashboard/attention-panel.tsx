import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './attention-panel.module.css';
import type { Position } from './queries.ts';

type Item = Position['attention'][number];

/** Said before the words, where those do not say it themselves. */
const KIND_WORDS: Partial<Record<Item['kind'], string>> = {
  RAG_MISMATCH: 'RAG differs',
  RETURNED_EVIDENCE: 'Evidence returned',
  SILENT: 'Silent',
  MEASURE_LATE: 'Late figures',
};

/** What needs attention, exceptions first, each with the way to it. */
export function AttentionPanel({ position }: { position: Position }) {
  const { attention, attentionTotal, planId } = position;
  const rest = attentionTotal - attention.length;
  return (
    <Panel title="Needs attention" aside={attentionTotal === 0 ? undefined : `${attentionTotal} in all`}>
      {attention.length === 0 ? (
        <p className={classes.none}>Nothing is late, silent or unexplained today.</p>
      ) : null}
      <ol className={classes.list}>
        {attention.map((item) => (
          <li key={item.reference} className={classes.item}>
            <span className={`${classes.reference} gt-figures`}>{item.reference}</span>
            <span className={classes.body}>
              <ItemLink item={item} planId={planId} />
              <span className={classes.words}>
                {KIND_WORDS[item.kind] ? <strong>{KIND_WORDS[item.kind]}</strong> : null} {item.words}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <p className={classes.rest}>
          {rest} more.{' '}
          <Link to={paths.planActions} params={{ planId }}>
            See every action
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}

/** To the page on which an item is mended. */
export function ItemLink({ item, planId }: { item: Item; planId: string }) {
  const { actionId, measureId, recommendationId, title } = item;
  if (actionId) {
    return (
      <Link to={paths.action} params={{ planId, actionId }} className={classes.title}>
        {title}
      </Link>
    );
  }
  if (measureId) {
    return (
      <Link to={paths.measures} params={{ planId }} search={{ open: measureId }} className={classes.title}>
        {title}
      </Link>
    );
  }
  return (
    <Link to={paths.recommendation} params={{ planId, recommendationId }} className={classes.title}>
      {title}
    </Link>
  );
}
