import type { FieldProblem } from '@gt/contracts/words';

/** "Trust.Example " → trust.example. */
export function mailDomain(text: string): string {
  return text.trim().toLowerCase().replace(/^@/, '');
}

/**
 * Whether an address is one of the trust or the council: only those may be mailed what stands in the plan. Its whole
 * domain must be on the list; with an empty list every address is outside.
 * Source: mail to outside addresses carries references, never content.
 * Example: with trust.example on the list, lead@trust.example is inside, lead@trust.example.org is not.
 */
export function isInsideAddress(address: string, insideDomains: readonly string[]): boolean {
  const at = address.lastIndexOf('@');
  return at > 0 && insideDomains.includes(mailDomain(address.slice(at + 1)));
}

/** So many domains are enough for a trust, its council and their former names. */
const DOMAINS_MAX = 50;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/**
 * Everything wrong with a list of domains that are inside. Anybody can have an address at a public mail provider, so
 * none of the well-known ones can be inside.
 * Example: "gmail.com" → "gmail.com is open to everybody, so it cannot be inside".
 */
export function validateInsideDomains(domains: readonly string[]): FieldProblem[] {
  const field = 'domains';
  if (domains.length > DOMAINS_MAX) {
    return [
      { field, message: `List ${DOMAINS_MAX} domains or fewer. Take ${domains.length - DOMAINS_MAX} out.` },
    ];
  }
  return domains.flatMap((domain) => {
    if (!DOMAIN.test(domain)) {
      return [{ field, message: `“${domain}” is not a domain. Write it as in trust.example.org.` }];
    }
    return OPEN_TO_ALL.has(domain)
      ? [{ field, message: `${domain} is open to everybody, so it cannot be inside` }]
      : [];
  });
}

const OPEN_TO_ALL: ReadonlySet<string> = new Set([
  'aol.com',
  'btinternet.com',
  'gmail.com',
  'gmx.co.uk',
  'gmx.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.co.uk',
  'live.com',
  'mail.com',
  'me.com',
  'msn.com',
  'ntlworld.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'sky.com',
  'talktalk.net',
  'virginmedia.com',
  'yahoo.co.uk',
  'yahoo.com',
]);
