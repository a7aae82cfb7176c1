import { expect, test } from 'vitest';
import { isInsideAddress, mailDomain, validateInsideDomains } from './index.ts';

const INSIDE = ['trust.example', 'council.example.org'];

test.each<[string, boolean]>([
  ['lead@trust.example', true],
  ['Lead@Trust.Example', true],
  ['lead@council.example.org', true],
  ['lead@trust.example.org', false],
  ['lead@mail.trust.example', false],
  ['lead@nottrust.example', false],
  ['trust.example@police.example', false],
  ['"lead@trust.example"@police.example', false],
  ['@trust.example', false],
  ['trust.example', false],
  ['', false],
])('%s is inside: %s', (address, expected) => {
  expect(isInsideAddress(address, INSIDE)).toBe(expected);
});

test('without a list nobody is inside', () => {
  expect(isInsideAddress('lead@trust.example', [])).toBe(false);
});

test.each<[string, readonly string[], string]>([
  ['none', [], ''],
  ['two', ['trust.example', 'a-b.gov.uk'], ''],
  [
    'an address',
    ['lead@trust.example'],
    '“lead@trust.example” is not a domain. Write it as in trust.example.org.',
  ],
  ['one word', ['trust'], '“trust” is not a domain. Write it as in trust.example.org.'],
  ['a star', ['*.example.org'], '“*.example.org” is not a domain. Write it as in trust.example.org.'],
  ['a public provider', ['gmail.com'], 'gmail.com is open to everybody, so it cannot be inside'],
  [
    'too many',
    Array.from({ length: 51 }, (_, n) => `t${n}.example`),
    'List 50 domains or fewer. Take 1 out.',
  ],
])('%s', (_, domains, expected) => {
  expect(
    validateInsideDomains(domains)
      .map(({ message }) => message)
      .join(' | '),
  ).toBe(expected);
});

test('a domain is read as people write it', () => {
  expect([' @Trust.Example', 'trust.example'].map(mailDomain)).toEqual(['trust.example', 'trust.example']);
});
