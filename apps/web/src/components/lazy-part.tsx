import { type ComponentType, lazy, type ReactNode } from 'react';
import { PartBoundary } from './part-boundary.tsx';

/**
 * A part of a page that comes over the network when it is first wanted: like `lazy`, to be rendered inside
 * `Suspense`. A part that cannot be fetched, because the connection is gone or the server was updated, says so and is
 * asked for again; the page around it stays, with what is typed on it. `fetch` asks for it ahead.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> & { fetch: () => Promise<unknown> } {
  const made = () => lazy<ComponentType<P>>(async () => ({ default: await load() }));
  let Part = made();
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, beside it, as lazy is
  function Lazy(props: P): ReactNode {
    return (
      <PartBoundary
        onAgain={() => {
          // What failed once is remembered as failed: it takes a new one.
          Part = made();
        }}
        part={() => <Part {...props} />}
      />
    );
  }
  return Object.assign(Lazy, { fetch: () => load().catch(() => undefined) });
}
