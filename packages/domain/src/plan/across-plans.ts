/** What stands in a plan, or comes to it from another one because an action there answers it as well. */
type Across = {
  /** Name of the plan it stands in, when that is another one. */
  ofPlan: string | null;
};

/**
 * What the totals of a plan count: what stands in it. An action that answers recommendations of several plans counts
 * once in each recommendation that it answers (its thread, its delivery, and its evidence test through the evidence
 * linked to the action), and once in totals: in the plan in which it stands. So the totals of all plans together
 * count it once too.
 * Example: R3.A2 of ILACS 2018 answers R1 of SEND 2025. R1 shows it; SEND 2025 has not one action more.
 */
export function standingHere<T extends Across>(rows: readonly T[]): T[] {
  return rows.filter(({ ofPlan }) => ofPlan === null);
}

/** How a plan names what stands in another one: "R3.A2 of ILACS 2018"; its own by the reference alone. */
export function referenceAcross(reference: string, ofPlan: string | null): string {
  return ofPlan === null ? reference : `${reference} of ${ofPlan}`;
}
