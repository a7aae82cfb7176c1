import type { RouterOutputs } from '@gt/api/types';
import { READINESS_GROUP_LABELS, READINESS_GROUPS } from '@gt/contracts/words';
import { Link } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import classes from './gap-list.module.css';

type Gap = RouterOutputs['readiness']['get']['recommendations'][number]['items'][number];

/** What an inspector would miss under one recommendation, gathered by kind, each the way to where it is mended. */
export function GapList({ planId, items }: { planId: string; items: readonly Gap[] }) {
  return (
    <dl className={classes.groups}>
      {READINESS_GROUPS.map((group) => {
        const found = items.filter((item) => item.group === group);
        if (found.length === 0) return null;
        return (
          <div key={group} className={classes.group}>
            <dt>{READINESS_GROUP_LABELS[group]}</dt>
            <dd>
              <ul>
                {found.map((item) => (
                  <li key={`${item.code} ${item.target.id} ${item.sentence}`}>
                    <Mending planId={planId} item={item} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The sentence as the way to where it is mended. */
function Mending({ planId, item: { sentence, target } }: { planId: string; item: Gap }) {
  if (target.kind === 'ACTION') {
    return (
      <Link to={paths.action} params={{ planId, actionId: target.id }}>
        {sentence}
      </Link>
    );
  }
  if (target.kind === 'EVIDENCE') {
    return (
      <Link to={paths.evidence} params={{ planId }} search={{ open: target.id }}>
        {sentence}
      </Link>
    );
  }
  return (
    <Link to={paths.recommendation} params={{ planId, recommendationId: target.id }}>
      {sentence}
    </Link>
  );
}
