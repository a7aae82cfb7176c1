import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button, Group as ButtonGroup, Modal, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { WaitingPanel } from '../assignments/public.tsx';
import { filterTeams } from './filter-teams.ts';
import { postMenuId } from './post-item.tsx';
import { type TeamRow, teamsQuery } from './queries.ts';
import { TeamDialogs } from './team-dialogs.tsx';
import { TeamForm } from './team-form.tsx';
import { type Deed, TeamPanel, teamButtonId } from './team-panel.tsx';
import classes from './teams.module.css';
import { WorkWithoutAnyone } from './work-without-anyone.tsx';

/** Fewer teams than this are seen at a glance. */
const SEARCH_FROM = 6;

function openerOf({ deed, team, post }: Deed): string {
  if (post) return postMenuId(post.id);
  return teamButtonId(deed as Parameters<typeof teamButtonId>[0], team.id);
}

type GroupProps = {
  title: string;
  teams: readonly TeamRow[];
  mayEdit: boolean;
  onDeed: (deed: Deed) => void;
};

function Group({ title, teams, mayEdit, onDeed }: GroupProps) {
  if (teams.length === 0) return null;
  return (
    <>
      <h2 className={classes.kind}>{title}</h2>
      <div className={classes.grid}>
        {teams.map((team) => (
          <TeamPanel key={team.id} team={team} mayEdit={mayEdit} onDeed={onDeed} />
        ))}
      </div>
    </>
  );
}

function Teams({ teams, mayEdit }: { teams: readonly TeamRow[]; mayEdit: boolean }) {
  const { q } = useSearch({ from: signedIn(paths.teams) });
  const navigate = useNavigate({ from: paths.teams });
  const dialog = useDialog<Deed>();
  const shown = filterTeams(teams, q);
  const open = shown.filter((team) => !team.archived);
  const onDeed = (deed: Deed) => dialog.open(deed, openerOf(deed));
  const find = (text: string | undefined) => void navigate({ search: { q: text }, replace: true });
  return (
    <Stack gap="md">
      {teams.length >= SEARCH_FROM ? (
        <div className={`${classes.tools} gt-screen-only`}>
          <TextInput
            className={classes.search}
            type="search"
            data-find
            label="Find"
            placeholder="Team, post, holder or “vacant”"
            value={q ?? ''}
            onChange={({ currentTarget }) => find(currentTarget.value || undefined)}
          />
          <p className={classes.none} role="status">
            {shown.length === teams.length
              ? countOf(teams.length, 'team')
              : `${shown.length} of ${countOf(teams.length, 'team')}`}
          </p>
        </div>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState
          sentence="No team matches. Look for fewer words."
          buttonLabel="Show every team"
          onButton={() => find(undefined)}
        />
      ) : null}
      <Group
        title="Teams of the trust"
        teams={open.filter(({ kind }) => kind === 'INTERNAL')}
        mayEdit={mayEdit}
        onDeed={onDeed}
      />
      <Group
        title="Partner agencies"
        teams={open.filter(({ kind }) => kind === 'PARTNER_AGENCY')}
        mayEdit={mayEdit}
        onDeed={onDeed}
      />
      <Group
        title="Put away"
        teams={shown.filter((team) => team.archived)}
        mayEdit={mayEdit}
        onDeed={onDeed}
      />
      <TeamDialogs chosen={dialog.value} opened={dialog.opened} teams={teams} onClose={dialog.close} />
    </Stack>
  );
}

/** Teams and partner agencies with their posts. Everybody who reads the plan sees them; administrators change them. */
export function TeamsPage() {
  const { roles } = useUser();
  const mayRead = holds(roles, 'team.read');
  const mayEdit = holds(roles, 'team.edit');
  const { data: teams, error, refetch } = useQuery({ ...teamsQuery(), enabled: mayRead });
  const make = useDialog<true>();
  if (!mayRead) {
    return (
      <Page title="Teams">
        <EmptyState sentence="Teams are shown to those who work across the plan. Your own actions are under My week." />
      </Page>
    );
  }
  return (
    <Page
      title="Teams"
      lead="Teams, partner agencies, and who holds each post."
      actions={
        mayEdit ? (
          <ButtonGroup gap="xs">
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to={paths.leaver} search={{}} />}
            >
              Somebody leaves
            </Button>
            <Button data-opener="make-team" onClick={() => make.open(true, 'make-team')}>
              Make a team
            </Button>
          </ButtonGroup>
        ) : undefined
      }
    >
      <div className={classes.waiting}>
        <WaitingPanel />
        <WorkWithoutAnyone />
      </div>
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!teams && !error ? <SkeletonRows rows={6} rowHeight={120} label="Loading teams" /> : null}
      {teams?.length === 0 ? (
        <EmptyState
          sentence={
            mayEdit
              ? 'No team yet. Actions belong to teams, and are owned by posts in them: make the first.'
              : 'No team yet. An administrator makes them.'
          }
          buttonLabel={mayEdit ? 'Make a team' : undefined}
          onButton={() => make.open(true, 'make-team')}
        />
      ) : null}
      {teams && teams.length > 0 ? <Teams teams={teams} mayEdit={mayEdit} /> : null}
      <Modal {...make.modal} title="Make a team" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
        <TeamForm team={null} onClose={make.close} />
      </Modal>
    </Page>
  );
}
