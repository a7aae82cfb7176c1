import { holds } from '@gt/domain/authz';
import { Suspense, useEffect, useRef, useState } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import { useCurrentPlanId } from '../../features/plans/public.tsx';
import { useUser } from '../../lib/session.ts';
import { useShortcutKeys } from '../../lib/shortcuts.ts';
import { useSingleKeys } from '../../lib/use-single-keys.ts';
import { SearchButton } from './search-button.tsx';
import { useOpenAction } from './use-open-action.ts';
import { useRecentPlaces } from './use-recent-places.ts';
import { useShellCommands } from './use-shell-commands.ts';

/** Fetched when they are first asked for; the palette as soon as it is about to be. */
const CommandPalette = lazyPart(async () => (await import('./command-palette.tsx')).CommandPalette);
const KeysDialog = lazyPart(async () => (await import('../../components/keys-dialog.tsx')).KeysDialog);
const CreateActionDialog = lazyPart(
  async () => (await import('../../features/actions/public.tsx')).CreateActionDialog,
);

type Shown = 'palette' | 'keys' | 'new-action' | null;

/** A dialog that traps the focus is open: the palette would fight it. */
const MODAL = '[aria-modal="true"]';

/** The palette with its button, the keys, and what both can do from anywhere. */
export function CommandHost() {
  const [shown, setShown] = useState<Shown>(null);
  const opener = useRef<Element | null>(null);
  const { isOn } = useSingleKeys();
  const { roles } = useUser();
  const planId = useCurrentPlanId();
  const openAction = useOpenAction(planId);
  const mayCreate = planId !== undefined && holds(roles, 'action.create');
  useRecentPlaces();
  // Words typed before the palette is there are meant for it.
  useShortcutKeys(isOn && shown === null);
  useShellCommands({
    onKeys: () => setShown('keys'),
    onNewAction: mayCreate ? () => setShown('new-action') : undefined,
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') void CommandPalette.fetch();
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      if (!isPalette || event.shiftKey) return;
      event.preventDefault();
      if (document.querySelector(MODAL)) return;
      opener.current = document.activeElement;
      setShown('palette');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const open = () => {
    opener.current = document.activeElement;
    setShown('palette');
  };
  const close = () => {
    setShown(null);
    const { current } = opener;
    // After the palette's trap has let go.
    setTimeout(() => {
      if (current instanceof HTMLElement && current.isConnected) current.focus();
    });
  };
  const run = (command: () => void) => {
    close();
    setTimeout(command);
  };
  return (
    <>
      <SearchButton onOpen={open} onNear={() => void CommandPalette.fetch()} />
      <Suspense>
        {shown === 'palette' ? <CommandPalette onClose={close} onRun={run} /> : null}
        {shown === 'keys' ? <KeysDialog onClose={() => setShown(null)} /> : null}
        {shown === 'new-action' && planId ? (
          <CreateActionDialog planId={planId} onClose={() => setShown(null)} onCreated={openAction} />
        ) : null}
      </Suspense>
    </>
  );
}
