import { WatchWords } from '@gt/ui';
import { Outlet } from '@tanstack/react-router';
import { Toasts } from '../../components/toast.tsx';
import { useIsFullScreen } from '../../lib/full-screen.ts';
import { useLive } from '../../lib/live/use-live.ts';
import { IdleWarning } from './idle-warning.tsx';
import { Rail } from './rail.tsx';
import { SessionEndedDialog } from './session-ended-dialog.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useDraftMirror } from './use-draft-mirror.ts';
import { WatchTyped } from './watch-typed.tsx';

/** The house around every page of a signed-in person. */
export function Shell() {
  useDraftMirror();
  useLive();
  const isFullScreen = useIsFullScreen();
  return (
    <div className={classes.shell} data-full-screen={isFullScreen || undefined}>
      <a href="#main" className={classes.skip}>
        Skip to the page
      </a>
      {isFullScreen ? null : (
        <>
          <TopBar />
          <Rail />
        </>
      )}
      <main id="main" tabIndex={-1} className={classes.main}>
        <WatchWords value={WatchTyped}>
          <Outlet />
        </WatchWords>
      </main>
      <Toasts />
      <IdleWarning />
      <SessionEndedDialog />
    </div>
  );
}
