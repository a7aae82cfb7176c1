/** The steps of bringing in a workbook, in their order. */
export const WORKBOOK_STEPS = ['columns', 'names', 'recommendations', 'rows'] as const;
export type WorkbookStep = (typeof WORKBOOK_STEPS)[number];

/** Which step of bringing in a workbook is open: in the address, so that a reload stays there. */
export function readWorkbookSearch(search: Record<string, unknown>): { step?: WorkbookStep } {
  const step = WORKBOOK_STEPS.find((known) => known === search.step);
  return step ? { step } : {};
}
