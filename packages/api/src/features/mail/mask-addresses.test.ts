import { expect, test } from 'vitest';
import { maskAddresses } from './mask-addresses.ts';

test.each([
  ['550 no such user <head.of-fostering+x@trust.example>', '550 no such user <…@trust.example>'],
  ['RCPT TO:<a@b.example> and "c@d.example"', 'RCPT TO:<…@b.example> and "…@d.example"'],
  ['connect ECONNREFUSED 10.0.0.5:25', 'connect ECONNREFUSED 10.0.0.5:25'],
])('%s', (answer, expected) => {
  expect(maskAddresses(answer)).toBe(expected);
});
