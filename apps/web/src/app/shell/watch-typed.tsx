import { lazy, Suspense } from 'react';

const Nothing = () => null;

/**
 * What looks through typed words, fetched with the first of them. Without a connection nothing is said: words are
 * looked through again on the server before they go anywhere.
 */
const Warning = lazy(() =>
  import('../../features/screening/public.tsx').then(
    ({ TypedWarning }) => ({ default: TypedWarning }),
    () => ({ default: Nothing }),
  ),
);

/** Beneath every long text of a signed-in person. */
export function WatchTyped({ text }: { text: string }) {
  if (text.trim() === '') return null;
  return (
    <Suspense fallback={null}>
      <Warning text={text} />
    </Suspense>
  );
}
