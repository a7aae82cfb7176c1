import { holds } from '@gt/domain/authz';
import { EmptyState } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { ScreenedTexts } from '../screening/public.tsx';
import { BuildPanel } from './build-panel.tsx';
import classes from './packs.module.css';
import { PacksPanel } from './packs-panel.tsx';
import { type PackChoice, readinessQuery } from './queries.ts';
import { ReadinessPanel } from './readiness-panel.tsx';

const LEAD = 'What goes to the inspectorate: every recommendation, what was done about it, and the proof.';

const FIRST: PackChoice = {
  marking: 'OFFICIAL_SENSITIVE',
  audience: 'INSPECTOR',
  cutOff: null,
  reviewId: null,
};

/** What is missing before a pack is built, the building, and every pack built so far. */
export function PacksPage() {
  const { planId } = useParams({ from: signedIn(paths.packs) });
  const { roles } = useUser();
  return (
    <Page title="Evidence packs" lead={LEAD} actions={<ProofNav planId={planId} />}>
      {holds(roles, 'pack.read') ? (
        <Body key={planId} planId={planId} />
      ) : (
        <EmptyState sentence="Packs are built and read by the programme lead. Ask them for the one you need." />
      )}
    </Page>
  );
}

function Body({ planId }: { planId: string }) {
  const [asked, setAsked] = useState<PackChoice>(FIRST);
  /** Null until somebody chooses: the whole plan. */
  const [choice, setChoice] = useState<ReadonlySet<string> | null>(null);
  const whole = useQuery(readinessQuery({ planId, recommendationIds: [], ...asked }));
  const ids = whole.data?.recommendations.map(({ id }) => id) ?? [];
  const chosen = choice ?? new Set(ids);
  const isWhole = ids.every((id) => chosen.has(id));
  const recommendationIds = isWhole ? [] : ids.filter((id) => chosen.has(id));
  const isNone = ids.length > 0 && chosen.size === 0;
  const part = useQuery({
    ...readinessQuery({ planId, recommendationIds, ...asked }),
    enabled: !isWhole && !isNone,
  });
  const readiness = isWhole ? whole.data : part.data;
  return (
    <div className={classes.page}>
      <ReadinessPanel
        planId={planId}
        readiness={whole.data}
        line={isNone ? 'No recommendation is chosen' : readiness?.line}
        error={whole.error ?? part.error}
        onRetry={() => void Promise.all([whole.refetch(), isWhole || isNone ? null : part.refetch()])}
        chosen={chosen}
        onChoose={setChoice}
      />
      <div className={classes.side}>
        <div className="gt-screen-only">
          <BuildPanel
            planId={planId}
            recommendationIds={isNone ? null : recommendationIds}
            readiness={readiness}
            choice={asked}
            onChoose={(change) => setAsked((before) => ({ ...before, ...change }))}
          />
        </div>
        <ScreenedTexts planId={planId} />
        <PacksPanel planId={planId} />
      </div>
    </div>
  );
}
