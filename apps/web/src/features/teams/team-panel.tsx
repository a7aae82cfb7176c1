import { holds } from '@gt/domain/authz';
import { countOf, listWords } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { rememberedPlanId } from '../../lib/current-plan.ts';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { type PostDeed, PostItem } from './post-item.tsx';
import type { PostRow, TeamRow } from './queries.ts';
import classes from './teams.module.css';

export type TeamDeed = 'addPost' | 'rename' | 'archiveTeam' | 'restoreTeam';
export type Deed = { deed: TeamDeed | PostDeed; team: TeamRow; post: PostRow | null };
export const teamButtonId = (deed: TeamDeed, teamId: string) => `${deed}-${teamId}`;

/** Members are named as long as a line holds them; the rest are counted. */
const NAMED = 6;

type TeamPanelProps = { team: TeamRow; mayEdit: boolean; onDeed: (deed: Deed) => void };

function TeamButtons({ team, onDeed }: Omit<TeamPanelProps, 'mayEdit'>) {
  const button = (deed: TeamDeed, label: string) => (
    <Button
      data-opener={teamButtonId(deed, team.id)}
      variant="default"
      size="compact-md"
      aria-label={`${label}: ${team.name}`}
      onClick={() => onDeed({ deed, team, post: null })}
    >
      {label}
    </Button>
  );
  return (
    <div className={`${classes.buttons} gt-screen-only`}>
      {team.archived ? (
        button('restoreTeam', 'Bring back')
      ) : (
        <>
          {button('addPost', 'Add a post')}
          {button('rename', 'Rename')}
          {button('archiveTeam', 'Put away')}
        </>
      )}
    </div>
  );
}

/** An agency without accounts is asked by a link, which belongs to the plan last looked at. */
function LinkForUpdates({ team }: { team: TeamRow }) {
  const { roles } = useUser();
  const planId = rememberedPlanId();
  if (!planId || !holds(roles, 'updateLink.manage')) return null;
  return (
    <p className={`${classes.none} gt-screen-only`}>
      <Link
        to={paths.updateLinks}
        params={{ planId }}
        search={{ team: team.id }}
        className={classes.link}
        aria-label={`Send a link for updates to ${team.name}`}
      >
        Send a link for updates
      </Link>
    </p>
  );
}

function membersInWords(count: number, others: readonly string[]): string {
  if (count === 0) return 'No members yet.';
  if (others.length === 0) return countOf(count, 'member');
  return `${countOf(count, 'member')}. Without a post here: ${listWords(others, NAMED)}.`;
}

/** One team or agency: its open work, its members, its posts. */
export function TeamPanel({ team, mayEdit, onDeed }: TeamPanelProps) {
  // Holders stand with their posts below.
  const holders = new Set(team.posts.map(({ holder }) => holder?.userId));
  const others = team.members.filter(({ id }) => !holders.has(id)).map(({ name }) => name);
  const posts = [...team.posts].sort((a, b) => Number(a.archived) - Number(b.archived));
  return (
    <Panel
      title={team.name}
      level={3}
      aside={team.openActions === 0 ? 'No open action' : countOf(team.openActions, 'open action')}
    >
      <p className={classes.facts}>{membersInWords(team.members.length, others)}</p>
      {posts.length > 0 ? (
        <ul className={classes.posts}>
          {posts.map((post) => (
            <PostItem
              key={post.id}
              team={team}
              post={post}
              mayEdit={mayEdit}
              onDeed={(deed) => onDeed({ deed, team, post })}
            />
          ))}
        </ul>
      ) : (
        <p className={classes.none}>No posts. Actions here can be owned by people only.</p>
      )}
      {team.kind === 'PARTNER_AGENCY' && !team.archived ? <LinkForUpdates team={team} /> : null}
      {mayEdit ? <TeamButtons team={team} onDeed={onDeed} /> : null}
    </Panel>
  );
}
