import type { ActionRow } from '../queries.ts';

type Linked = Pick<ActionRow, 'id' | 'reference' | 'title'>;

/** "R3.A2 Recruit carers https://…", a line each. */
export function linkLines(planId: string, rows: readonly Linked[], origin: string): string {
  return rows
    .map(({ id, reference, title }) => `${reference} ${title} ${origin}/plans/${planId}/actions/${id}`)
    .join('\n');
}

/** Puts the addresses of the actions on the clipboard, each with its reference and title. */
export function copyLinks(planId: string, rows: readonly Linked[]): Promise<void> {
  return navigator.clipboard.writeText(linkLines(planId, rows, window.location.origin));
}
