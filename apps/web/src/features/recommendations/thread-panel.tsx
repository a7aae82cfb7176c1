import { Panel, Thread } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import type { Recommendation } from './queries.ts';
import classes from './thread-panel.module.css';

type ThreadPanelProps = {
  recommendation: Recommendation;
  /** Absent for those who may not. */
  onNameLead?: () => void;
  onAddAction?: () => void;
  onAddEvidence?: () => void;
  onAddMeasure?: () => void;
};
type Gap = Recommendation['thread']['knots'][number]['missing'][number];

/** The thread at full size; each gap says what is missing and offers the way to mend it. */
export function ThreadPanel(props: ThreadPanelProps) {
  const { knots, words } = props.recommendation.thread;
  return (
    <Panel title="The golden thread" aside={words}>
      <Thread
        words={words}
        knots={knots.map(({ knot, state, words: beneath, missing }) => ({
          knot,
          state,
          words: beneath,
          // The test's own words stand with the evidence, once.
          missing: missing.map(({ code, sentence }) =>
            code === 'NO_EVIDENCE' ? 'No evidence yet.' : sentence,
          ),
          mend: <Mendings gaps={missing} {...props} />,
        }))}
      />
    </Panel>
  );
}

/** One way per kind of mending, however many gaps ask for it. */
function Mendings({ gaps, ...props }: ThreadPanelProps & { gaps: readonly Gap[] }) {
  const once = [...new Map(gaps.map(({ mending }) => [mending.code, mending])).values()];
  const ways = once.map((mending) => ({ code: mending.code, way: wayTo(mending, props) }));
  const open = ways.filter(({ way }) => way !== null);
  if (open.length === 0) return null;
  return (
    <ul className={classes.ways}>
      {open.map(({ code, way }) => (
        <li key={code}>{way}</li>
      ))}
    </ul>
  );
}

function wayTo({ code, label }: Gap['mending'], props: ThreadPanelProps): ReactNode {
  const { recommendation, onNameLead, onAddAction, onAddEvidence, onAddMeasure } = props;
  const { planId, id } = recommendation;
  const press = (onClick: (() => void) | undefined) =>
    onClick ? (
      <Button variant="default" size="compact-sm" onClick={onClick}>
        {label}
      </Button>
    ) : null;
  switch (code) {
    case 'NAME_LEAD':
      return press(onNameLead);
    case 'ADD_ACTION':
      return press(onAddAction);
    case 'NAME_OWNER':
    case 'POST_UPDATE':
      return (
        <Link to={paths.planActions} params={{ planId }} search={{ recommendation: id }}>
          {label}
        </Link>
      );
    case 'ADD_EVIDENCE':
      if (onAddEvidence) return press(onAddEvidence);
      // Everybody else adds it to the action that it proves.
      return (
        <Link to={paths.planActions} params={{ planId }} search={{ recommendation: id }}>
          {label} to an action
        </Link>
      );
    case 'CHECK_EVIDENCE':
      return (
        <Link to={paths.evidence} params={{ planId }} search={{ recommendation: id, state: 'SUBMITTED' }}>
          {label}
        </Link>
      );
    case 'MEND_EVIDENCE':
      return (
        <Link to={paths.evidence} params={{ planId }} search={{ recommendation: id, state: 'RETURNED' }}>
          {label}
        </Link>
      );
    case 'ADD_MEASURE':
      return press(onAddMeasure);
    case 'ADD_FIGURE':
    case 'SEE_MEASURE':
      return (
        <Link to={paths.measures} params={{ planId }} search={{ recommendation: id }}>
          {label}
        </Link>
      );
    default:
      return null;
  }
}
