import { Suspense } from 'react';
import { lazyPart } from '../../components/lazy-part.tsx';
import type { SplitDialogProps } from './split-dialog.tsx';

export { AskedBefore } from './asked-before.tsx';
export { BinPage } from './bin-page.tsx';
export { ChallengePage } from './challenge-page.tsx';
export { ColourDetails } from './colour-details.tsx';
export { DatesPage } from './dates-page.tsx';
export { DuplicateDialog } from './duplicate-dialog.tsx';
export { MoveDialog } from './move-dialog.tsx';
export { PlanningTab } from './planning-tab.tsx';
export { RequestBox } from './request-box.tsx';
export { PlanSettingsPage } from './settings-page.tsx';

const LazySplitDialog = lazyPart(async () => (await import('./split-dialog.tsx')).SplitDialog);

/** Splits a part of an action off. It comes over the network when it is first asked for. */
export function SplitDialog(props: SplitDialogProps) {
  return (
    <Suspense>
      <LazySplitDialog {...props} />
    </Suspense>
  );
}
