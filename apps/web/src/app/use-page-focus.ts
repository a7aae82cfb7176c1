import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const GIVE_UP_AFTER = 5_000;

function focusHeading(): boolean {
  const heading = document.querySelector<HTMLElement>('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}

/**
 * After a navigation the focus goes to the new page's h1, so that a screen reader says where the person is and
 * Tab starts at the top. A change of filters or of the open panel is no navigation and moves nothing.
 */
export function usePageFocus(): void {
  const router = useRouter();
  useEffect(() => {
    let stop = () => {};
    const unsubscribe = router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
      stop();
      if (!fromLocation || !pathChanged || focusHeading()) return;
      // The heading comes with the page's data: wait for it.
      const observer = new MutationObserver(() => focusHeading() && stop());
      const timer = setTimeout(() => stop(), GIVE_UP_AFTER);
      stop = () => {
        observer.disconnect();
        clearTimeout(timer);
      };
      observer.observe(document.body, { childList: true, subtree: true });
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, [router]);
}
