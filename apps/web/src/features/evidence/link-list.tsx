import { holds } from '@gt/domain/authz';
import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import classes from './evidence.module.css';
import { type EvidenceDetail, useEvidenceWrites } from './queries.ts';

type EvidenceLink = EvidenceDetail['links'][number];

/** What it is evidence for. Parting from one is quick, and can be undone. */
export function LinkList({ evidence, onLink }: { evidence: EvidenceDetail; onLink: () => void }) {
  const { unlink, link } = useEvidenceWrites();
  const [failure, setFailure] = useState<string | null>(null);
  const { roles } = useUser();
  const { id: evidenceId, links, may, planId, reference } = evidence;
  const part = async ({ actionId, recommendationId, reference: from }: EvidenceLink) => {
    setFailure(null);
    try {
      const { version } = await unlink.mutateAsync({
        evidenceId,
        version: evidence.version,
        actionId,
        recommendationId,
      });
      const again = actionId ? { actionIds: [actionId] } : { recommendationIds: [recommendationId] };
      toast(`${reference} is no longer linked to ${from}.`, {
        undo: () =>
          void link
            .mutateAsync({ evidenceId, version, ...again })
            .catch((error: unknown) => setFailure(problemOf(error).message)),
      });
    } catch (error) {
      setFailure(problemOf(error).message);
    }
  };
  return (
    <>
      {failure ? (
        <Alert color="brick" role="alert" mb="sm" title="Nothing was changed">
          {failure}
        </Alert>
      ) : null}
      <ul className={classes.entries}>
        {links.map((item) => (
          <li key={`${item.actionId} ${item.recommendationId}`} className={classes.entry}>
            <p className={classes.linkLine}>
              <Target item={item} planId={planId} readsPlan={holds(roles, 'recommendation.read')} />
              {may.link.ok && links.length > 1 ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  flex="none"
                  className="gt-screen-only"
                  aria-label={`Unlink from ${item.reference}`}
                  onClick={() => void part(item)}
                >
                  Unlink
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {may.link.ok ? (
        <Button variant="subtle" size="compact-sm" className="gt-screen-only" onClick={onLink}>
          Link to more …
        </Button>
      ) : null}
    </>
  );
}

function Target({ item, planId, readsPlan }: { item: EvidenceLink; planId: string; readsPlan: boolean }) {
  const { actionId, recommendationId, reference, title } = item;
  const words = `${reference} ${title}`;
  if (actionId) {
    return (
      <Link to={paths.action} params={{ planId, actionId }}>
        {words}
      </Link>
    );
  }
  return readsPlan ? (
    <Link to={paths.recommendation} params={{ planId, recommendationId }}>
      {words}
    </Link>
  ) : (
    <span>{words}</span>
  );
}
