import { type ComponentType, lazy, Suspense } from 'react';

type Watch = ComponentType<{ text: string }>;
const Nothing: Watch = () => null;

/**
 * What looks through typed words, fetched with the first of them. Without a connection nothing is said: words are
 * looked through again on the server before they go anywhere.
 */
const Warning = lazy<Watch>(async () => {
  try {
    return { default: (await import('../../features/screening/public.tsx')).TypedWarning };
  } catch {
    return { default: Nothing };
  }
});

/** Beneath every long text of a signed-in person. */
export function WatchTyped({ text }: { text: string }) {
  if (text.trim() === '') return null;
  return (
    <Suspense fallback={null}>
      <Warning text={text} />
    </Suspense>
  );
}
