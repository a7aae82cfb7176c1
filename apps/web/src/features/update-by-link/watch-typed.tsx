import { lazy, Suspense } from 'react';

const Nothing = () => null;

/**
 * What looks through typed words, fetched with the first of them. Without a connection nothing is said: words are
 * looked through again on the server before they go anywhere.
 */
const Warning = lazy(() =>
  import('../screening/public.tsx').then(
    ({ TypedWarningByLink }) => ({ default: TypedWarningByLink }),
    () => ({ default: Nothing }),
  ),
);

/** Beneath every long text of somebody without an account. */
export function WatchTyped({ text }: { text: string }) {
  if (text.trim() === '') return null;
  return (
    <Suspense fallback={null}>
      <Warning text={text} />
    </Suspense>
  );
}
