import type { RouterOutputs } from '@gt/api/types';
import { MEETING_KIND_LABELS, MEETING_KINDS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import classes from './next-meetings.module.css';
import { membersQuery, nextMeetingsQuery } from './queries.ts';

/**
 * When the weekly review and the board are next and by when updates are wanted. The programme lead is asked here for
 * what is missing: the days, a chair, somebody in place of a member who left.
 */
export function NextMeetings({ planId }: { planId: string }) {
  const mayEdit = holds(useUser().roles, 'plan.edit');
  const { data } = useQuery(nextMeetingsQuery(planId));
  const { data: members } = useQuery({ ...membersQuery(planId), enabled: mayEdit });
  if (!data) return null;
  const asks = mayEdit ? MEETING_KINDS.flatMap((kind) => members?.[kind].asks ?? []) : [];
  if (!data.review && !data.board && !mayEdit) return null;
  return (
    <section className={classes.root} aria-label="Next meetings">
      <dl className={classes.meetings}>
        <Meeting name={MEETING_KIND_LABELS.REVIEW} meeting={data.review} />
        <Meeting name={MEETING_KIND_LABELS.BOARD} meeting={data.board} />
      </dl>
      {!data.review && !data.board ? (
        <p className={classes.words}>No weekly review and no board is set.</p>
      ) : null}
      {asks.map((ask) => (
        <p key={ask} className={classes.ask}>
          {ask}
        </p>
      ))}
      {mayEdit && (asks.length > 0 || !data.review) ? (
        <Link to={paths.planSettings} params={{ planId }} className={classes.link}>
          {asks.length > 0 ? 'Name members and chairs' : 'Set when it is reviewed'}
        </Link>
      ) : null}
    </section>
  );
}

type MeetingProps = { name: string; meeting: RouterOutputs['plans']['nextMeetings']['review'] };

function Meeting({ name, meeting }: MeetingProps) {
  if (!meeting) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {meeting.words}
        {meeting.moved ? <span className={classes.moved}>{meeting.moved}</span> : null}
      </dd>
    </div>
  );
}
