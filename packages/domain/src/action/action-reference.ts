/** The numbers behind a reference: recommendation 3, action 2 is "R3.A2". */
export type ActionNumbers = { recommendation: number; action: number };

const REFERENCE = /^r([1-9]\d{0,4})\.a([1-9]\d{0,4})$/i;

/** The name people use for an action. Example: `actionReference(3, 2)` is "R3.A2". */
export function actionReference(recommendation: number, action: number): string {
  return `R${recommendation}.A${action}`;
}

/** Reads "R3.A2", in either case and with blanks at the ends; null for anything else. */
export function parseActionReference(text: string): ActionNumbers | null {
  const match = REFERENCE.exec(text.trim());
  return match ? { recommendation: Number(match[1]), action: Number(match[2]) } : null;
}
