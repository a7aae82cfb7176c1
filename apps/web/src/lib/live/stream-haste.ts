/** The longest wait before a broken stream is opened again, in milliseconds: as a rule, and during a meeting. */
const AT_LEISURE = 60_000;
const IN_HASTE = 1_500;

let hurried = 0;

/** While a meeting is open here, a broken stream is opened again soon. The answer ends the hurry. */
export function hurryStream(): () => void {
  hurried += 1;
  return () => {
    hurried -= 1;
  };
}

export function longestWait(): number {
  return hurried > 0 ? IN_HASTE : AT_LEISURE;
}
