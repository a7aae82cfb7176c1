import { useEffect } from 'react';

/** Sets the document's title: "Evidence – Golden Thread". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Golden Thread`;
  }, [title]);
}
