/**
 * An answer of a relay without the names in its addresses: whom a mail was for is nobody's business here.
 * Example: "550 no such user <lead@trust.example>" → "550 no such user <…@trust.example>".
 */
export function maskAddresses(answer: string): string {
  return answer.replace(/[^\s<>"'(),;:]+@/g, '…@');
}
