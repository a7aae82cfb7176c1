/** The clock that matters next: "Action plan due in 23 working days". */
export function NextClock(_: { planId: string | undefined }) {
  return null;
}
