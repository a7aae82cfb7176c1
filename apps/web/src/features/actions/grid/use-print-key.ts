import { grouped } from '@gt/domain/wording';
import { useEffect } from 'react';
import { toast } from '../../../components/toast.tsx';
import type { ActionRows } from '../use-action-rows.ts';

/** Ctrl+P or Cmd+P waits until every action of the filter is here: paper has no end to scroll to. */
export function usePrintKey({ first, rows, loadAll }: ActionRows): void {
  const total = first?.total ?? 0;
  const isWhole = rows.length >= total;
  useEffect(() => {
    if (isWhole) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      toast(`Fetching all ${grouped(total)} actions to print them …`);
      // Once they are drawn.
      void loadAll(() => true).then(() => setTimeout(() => window.print(), 100));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isWhole, total, loadAll]);
}
