import { MEETING_KINDS } from '@gt/contracts/words';
import { Panel, SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { memberChoicesQuery, membersQuery } from '../queries.ts';
import { MeetingMembers } from './meeting-members.tsx';
import classes from './members.module.css';

/** Who belongs to the weekly review and to the board, and who chairs them. */
export function MembersPanel({ planId }: { planId: string }) {
  const members = useQuery(membersQuery(planId));
  const people = useQuery(memberChoicesQuery());
  const error = members.error ?? people.error;
  const retry = () => void Promise.all([members.refetch(), people.refetch()]);
  return (
    <Panel title="Members" aside="Each change is saved at once">
      {error ? <ProblemPanel error={error} onRetry={retry} /> : null}
      {!error && !(members.data && people.data) ? (
        <SkeletonRows rows={6} label="Loading the members" />
      ) : null}
      {members.data && people.data ? (
        <div className={classes.meetings}>
          {MEETING_KINDS.map((kind) => (
            <MeetingMembers
              key={kind}
              planId={planId}
              kind={kind}
              found={members.data[kind]}
              people={people.data}
            />
          ))}
        </div>
      ) : null}
    </Panel>
  );
}
