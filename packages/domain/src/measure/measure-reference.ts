/** The name people use for a measure. Example: `measureReference(4)` is "M4". */
export function measureReference(number: number): string {
  return `M${number}`;
}
