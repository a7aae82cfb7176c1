import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { EmptyState, SkeletonRows } from '@gt/ui';
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { AgainDialog, RevokeDialog } from './link-dialogs.tsx';
import { deedId, type LinkDeed, LinksTable } from './links-table.tsx';
import { type UpdateLinkRow, type UpdateLinks, updateLinksQuery } from './queries.ts';
import { SendDialog } from './send-dialog.tsx';
import { SendManyPanel } from './send-many-panel.tsx';
import classes from './update-links.module.css';

/** Links by which partners without an account update their own actions: sent, sent again, revoked, and their use. */
export function UpdateLinksPage() {
  const { planId } = useParams({ from: signedIn(paths.updateLinks) });
  const { team } = useSearch({ from: signedIn(paths.updateLinks) });
  const navigate = useNavigate({ from: paths.updateLinks });
  const mayManage = holds(useUser().roles, 'updateLink.manage');
  const { data, error, refetch } = useQuery({ ...updateLinksQuery(planId), enabled: mayManage });
  const dialog = useDialog<string | undefined>();
  const { open, close } = dialog;
  const isAsked = team !== undefined && data?.partners.some((partner) => partner.team.id === team);
  // A link from the agency’s own place leads straight to the form.
  useEffect(() => {
    if (isAsked) open(team, 'send-link');
  }, [isAsked, team, open]);
  const shut = () => {
    close();
    if (team !== undefined) void navigate({ search: {}, replace: true });
  };
  const maySend = (data?.partners.length ?? 0) > 0;
  return (
    <Page
      title="Links for partners"
      lead="A partner agency without an account updates its own actions by a link that ends by itself."
      actions={
        maySend ? (
          <Button data-opener="send-link" onClick={() => open(undefined, 'send-link')}>
            Send a link
          </Button>
        ) : undefined
      }
    >
      {mayManage ? null : <EmptyState sentence="The programme lead and managers send links to partners." />}
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {mayManage && !data && !error ? <SkeletonRows rows={6} label="Loading the links" /> : null}
      {data ? <Links planId={planId} data={data} /> : null}
      {data && maySend ? (
        <SendDialog
          key={dialog.value ?? ''}
          planId={planId}
          partners={data.partners}
          teamId={dialog.value ?? undefined}
          modal={{ opened: dialog.opened, onClose: shut }}
        />
      ) : null}
    </Page>
  );
}

function Links({ planId, data }: { planId: string; data: UpdateLinks }) {
  const dialog = useDialog<{ deed: LinkDeed; link: UpdateLinkRow }>();
  const working = data.links.filter(({ state }) => state === 'WORKING');
  const ended = data.links.filter(({ state }) => state !== 'WORKING');
  const onDeed = (deed: LinkDeed, link: UpdateLinkRow) => dialog.open({ deed, link }, deedId(deed, link.id));
  const modalFor = (deed: LinkDeed) => ({
    ...dialog.modal,
    opened: dialog.opened && dialog.value?.deed === deed,
  });
  return (
    <Stack gap="lg">
      {data.mailIsSetUp ? null : (
        <p className={classes.notice}>
          Mail is not set up. Links are shown once, and you pass them on yourself; an administrator sets up
          mail.
        </p>
      )}
      {data.partners.length > 0 ? (
        <SendManyPanel planId={planId} partners={data.partners} />
      ) : (
        <EmptyState sentence="No partner agency has an open action here that you could ask about. Make an agency the partner of an action first." />
      )}
      <section aria-labelledby="working-links">
        <h2 id="working-links" tabIndex={-1} className={classes.heading}>
          Working now
        </h2>
        {working.length > 0 ? (
          <LinksTable caption="Links that work" planId={planId} links={working} onDeed={onDeed} />
        ) : (
          <p className={classes.quiet}>No link works now.</p>
        )}
      </section>
      {ended.length > 0 ? (
        <details>
          <summary className={classes.summary}>{countOf(ended.length, 'link')} that ended</summary>
          <div className={classes.ended}>
            <LinksTable caption="Links that ended" planId={planId} links={ended} onDeed={onDeed} />
          </div>
        </details>
      ) : null}
      {dialog.value ? (
        <>
          <AgainDialog link={dialog.value.link} modal={modalFor('again')} />
          <RevokeDialog link={dialog.value.link} modal={modalFor('revoke')} />
        </>
      ) : null}
    </Stack>
  );
}
