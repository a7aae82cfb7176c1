import type { DraftAction } from '@gt/contracts/words';

/** The detail of an action from a workbook: what it says of itself, then progress, then what no field took. */
export function detailOf(action: DraftAction, left: readonly { heading: string; text: string }[]): string {
  const kept = [...action.kept, ...left];
  const also = kept.map(({ heading, text }) => `${heading}: ${text}`).join('\n');
  return [
    action.detail,
    action.progress === '' ? '' : `Progress in the workbook:\n${action.progress}`,
    also === '' ? '' : `Also in the workbook:\n${also}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
