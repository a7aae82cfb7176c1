import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { rememberPlace } from '../../lib/recent-places.ts';

const PRODUCT = ' – Golden Thread';
/** Titles arrive with the page's data. */
const LOOK_AFTER = 2_000;

/** Remembers the pages that somebody stayed on, by their titles, for the palette. */
export function useRecentPlaces(): void {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const note = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const title = document.title.replace(PRODUCT, '');
        if (title) rememberPlace({ href: router.state.location.href, title });
      }, LOOK_AFTER);
    };
    note();
    const unsubscribe = router.subscribe('onResolved', note);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [router]);
}
