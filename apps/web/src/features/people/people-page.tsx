import { ROLE_LABELS, ROLES } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { oneOf } from '../../lib/search-params.ts';
import { useToday, useUser } from '../../lib/session.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { teamsQuery } from '../teams/public.tsx';
import { EditPersonForm } from './edit-person-form.tsx';
import { filterPeople } from './filter-people.ts';
import { InvitationsPanel, withdrawId } from './invitations-panel.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import classes from './people.module.css';
import { menuId, PeopleTable, type PersonDeed } from './people-table.tsx';
import { ActiveDialog, ResetLinkDialog, WithdrawDialog } from './person-dialogs.tsx';
import { type InvitationRow, type PeopleList, type PersonRow, peopleQuery } from './queries.ts';

function Filters({ shown, total, links }: { shown: number; total: number; links: number }) {
  const { q = '', role = '' } = useSearch({ from: signedIn(paths.people) });
  const navigate = useNavigate({ from: paths.people });
  return (
    <>
      <div className={`${classes.tools} gt-screen-only`}>
        <TextInput
          className={classes.search}
          type="search"
          data-find
          label="Find"
          placeholder="Name, address, team or post"
          value={q}
          onChange={({ currentTarget }) => {
            const text = currentTarget.value || undefined;
            void navigate({ search: (before) => ({ ...before, q: text }), replace: true });
          }}
        />
        <NativeSelect
          label="Role"
          value={role}
          data={[
            { value: '', label: 'Any role' },
            ...ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
          ]}
          onChange={({ currentTarget }) => {
            const chosen = oneOf(ROLES, currentTarget.value);
            void navigate({ search: (before) => ({ ...before, role: chosen }), replace: true });
          }}
        />
      </div>
      <p className={classes.count} role="status">
        {shown === total ? countOf(total, 'account') : `${shown} of ${countOf(total, 'account')}`}
        {links > 0 ? (
          <>
            {', and '}
            <a href="#open-links" className={classes.link}>
              {countOf(links, 'link')} not used yet
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}

function PeopleLists({ list }: { list: PeopleList }) {
  const search = useSearch({ from: signedIn(paths.people) });
  const navigate = useNavigate({ from: paths.people });
  const user = useUser();
  const today = useToday();
  const { data: teams = [] } = useQuery(teamsQuery());
  const dialog = useDialog<{ deed: PersonDeed; person: PersonRow }>();
  const withdrawal = useDialog<InvitationRow>();
  const shown = filterPeople(list.people, search);
  const chosen = dialog.value;
  const isOpen = (...deeds: PersonDeed[]) => dialog.opened && chosen !== null && deeds.includes(chosen.deed);
  // Deactivating goes by the newest row; an edit by the one that the administrator was looking at.
  const fresh = chosen ? (list.people.find(({ id }) => id === chosen.person.id) ?? chosen.person) : null;
  return (
    <Stack gap="lg">
      <div>
        <Filters shown={shown.length} total={list.people.length} links={list.invitations.length} />
        {shown.length > 0 ? (
          <PeopleTable
            people={shown}
            selfId={user.id}
            today={today}
            onDeed={(deed, person) => dialog.open({ deed, person }, menuId(person.id))}
          />
        ) : (
          <EmptyState
            sentence="Nobody matches. Look for fewer words, or any role."
            buttonLabel="Show everybody"
            onButton={() => void navigate({ search: {} })}
          />
        )}
      </div>
      <InvitationsPanel
        invitations={list.invitations}
        today={today}
        onWithdraw={(invitation) => withdrawal.open(invitation, withdrawId(invitation.id))}
      />
      <Modal
        {...dialog.modal}
        opened={isOpen('edit')}
        title={chosen?.person.name}
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {chosen ? <EditPersonForm person={chosen.person} teams={teams} onClose={dialog.close} /> : null}
      </Modal>
      {chosen && fresh ? (
        <>
          <ResetLinkDialog
            modal={{ ...dialog.modal, opened: isOpen('reset') }}
            person={fresh}
            mailIsSetUp={list.mailIsSetUp}
          />
          <ActiveDialog person={fresh} opened={isOpen('deactivate', 'reactivate')} onClose={dialog.close} />
        </>
      ) : null}
      {withdrawal.value ? (
        <WithdrawDialog invitation={withdrawal.value} opened={withdrawal.opened} onClose={withdrawal.close} />
      ) : null}
    </Stack>
  );
}

/** Accounts and invitations, for the administrator. */
export function PeoplePage() {
  const { roles } = useUser();
  const mayRead = holds(roles, 'people.read');
  const { data: list, error, refetch } = useQuery({ ...peopleQuery(), enabled: mayRead });
  const { data: teams = [] } = useQuery({ ...teamsQuery(), enabled: mayRead });
  const invite = useDialog<true>();
  if (!mayRead) {
    return (
      <Page title="People">
        <EmptyState sentence="Accounts are looked after by an administrator. Ask one of them for a change." />
      </Page>
    );
  }
  return (
    <Page
      title="People"
      lead="Accounts, what each may do, and who has been invited."
      actions={
        <Button data-opener="invite" onClick={() => invite.open(true, 'invite')}>
          Invite somebody
        </Button>
      }
    >
      {list && !list.mailIsSetUp ? (
        <p className={classes.notice}>
          Mail is not set up on this server. Links to join or to choose a new password are shown to you once,
          to pass on yourself.
        </p>
      ) : null}
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {list ? <PeopleLists list={list} /> : null}
      {!list && !error ? <SkeletonRows rows={8} rowHeight={44} label="Loading people" /> : null}
      <InviteDialog modal={invite.modal} teams={teams} />
    </Page>
  );
}
