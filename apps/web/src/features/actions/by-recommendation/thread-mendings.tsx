import type { Role } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../../lib/paths.ts';
import type { ThreadRow } from '../queries.ts';
import classes from './by-recommendation.module.css';

type Gap = ThreadRow['thread']['knots'][number]['missing'][number];

type ThreadMendingsProps = {
  gaps: readonly Gap[];
  planId: string;
  recommendationId: string;
  roles: readonly Role[];
  onAddAction: (() => void) | undefined;
};

/** One way to mend per kind of gap, however many gaps ask for it. */
export function ThreadMendings({ gaps, ...props }: ThreadMendingsProps) {
  const once = [...new Map(gaps.map(({ mending }) => [mending.code, mending])).values()];
  const ways = once.flatMap((mending) => {
    const way = wayTo(mending, props);
    return way ? [{ code: mending.code, way }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <ul className={classes.ways}>
      {ways.map(({ code, way }) => (
        <li key={code}>{way}</li>
      ))}
    </ul>
  );
}

function wayTo({ code, label }: Gap['mending'], props: Omit<ThreadMendingsProps, 'gaps'>): ReactNode {
  const { planId, recommendationId, roles, onAddAction } = props;
  const onItsPage = (
    <Link to={paths.recommendation} params={{ planId, recommendationId }}>
      {label}
    </Link>
  );
  switch (code) {
    case 'ADD_ACTION':
      return onAddAction ? (
        <Button variant="default" size="compact-sm" onClick={onAddAction}>
          {label}
        </Button>
      ) : null;
    case 'NAME_LEAD':
      return holds(roles, 'recommendation.edit') ? onItsPage : null;
    case 'NAME_OWNER':
      return (
        <Link
          to={paths.planActions}
          params={{ planId }}
          search={{ recommendation: recommendationId, owner: 'none' }}
        >
          {label}
        </Link>
      );
    case 'POST_UPDATE':
      return (
        <Link to={paths.planActions} params={{ planId }} search={{ recommendation: recommendationId }}>
          {label}
        </Link>
      );
    case 'CHECK_EVIDENCE':
    case 'MEND_EVIDENCE':
      return (
        <Link
          to={paths.evidence}
          params={{ planId }}
          search={{
            recommendation: recommendationId,
            state: code === 'CHECK_EVIDENCE' ? 'SUBMITTED' : 'RETURNED',
          }}
        >
          {label}
        </Link>
      );
    default:
      return onItsPage;
  }
}
