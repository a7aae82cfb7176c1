import { holds } from '@gt/domain/authz';
import { Panel } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { Page } from '../../components/page.tsx';
import { useCurrentPlanId } from '../../features/plans/public.tsx';
import type { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import classes from './more-page.module.css';
import { morePlacesFor } from './more-places.ts';

/** Fetched for administrators alone. */
const FilePanels = lazyPart(async () => (await import('../../features/evidence/public.tsx')).FilePanels);

const MailPanel = lazyPart(async () => (await import('../../features/mail/public.tsx')).MailPanel);

const ScreeningSettingsPanel = lazyPart(
  async () => (await import('../../features/screening/public.tsx')).ScreeningSettingsPanel,
);

/** Everything that has no place in the rail. */
export function MorePage() {
  const user = useUser();
  const planId = useCurrentPlanId();
  const entries = morePlacesFor(user.roles, planId !== undefined);
  return (
    <Page title="More">
      <Panel>
        <ul className={classes.list}>
          {entries.map(({ to, label, says }) => (
            <li key={label}>
              <Link
                to={to as typeof paths.position}
                params={{ planId: planId ?? '' }}
                className={classes.link}
              >
                {label}
              </Link>
              <p className={classes.says}>{says}</p>
            </li>
          ))}
        </ul>
      </Panel>
      {holds(user.roles, 'settings.edit') ? (
        <div className={classes.settings}>
          <Suspense fallback={null}>
            <FilePanels />
            <ScreeningSettingsPanel />
            <MailPanel />
          </Suspense>
        </div>
      ) : null}
    </Page>
  );
}
