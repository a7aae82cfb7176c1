/** The name people use for an item of evidence. Example: `evidenceReference(12)` is "E12". */
export function evidenceReference(number: number): string {
  return `E${number}`;
}
