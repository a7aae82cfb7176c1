import { countOf, listWords } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { lastDay } from './last-day.ts';
import type { UpdateLinkRow } from './queries.ts';
import classes from './update-links.module.css';

export type LinkDeed = 'again' | 'revoke';
export const deedId = (deed: LinkDeed, linkId: string) => `${deed}-${linkId}`;

type LinksTableProps = {
  caption: string;
  planId: string;
  links: readonly UpdateLinkRow[];
  onDeed: (deed: LinkDeed, link: UpdateLinkRow) => void;
};

/** References named in a cell; the rest are counted. */
const NAMED = 4;

const atWords = (instant: string) => `${dayInWords(instant)} at ${timeInWords(instant)}`;

/** Links with what became of them: whom for, what they show, first opened, and every use. */
export function LinksTable({ caption, planId, links, onDeed }: LinksTableProps) {
  return (
    <DataTable caption={caption} cards>
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">Works</th>
          <th scope="col">Opened</th>
          <th scope="col">Sent by it</th>
          <th scope="col">
            <span className="gt-visually-hidden">Send again or revoke</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row" className={classes.who}>
              {link.name || 'Contact removed'}
              <span className={classes.under}>{link.team.name}</span>
              {link.email ? <span className={classes.under}>{link.email}</span> : null}
            </th>
            <td data-label="Works">
              {standing(link)}
              <span className={classes.under}>{deliveryOf(link)}</span>
              {link.isOwn ? null : <span className={classes.under}>Sent by {link.madeBy}</span>}
            </td>
            <td data-label="Opened">
              {link.firstOpenedAt ? `First on ${atWords(link.firstOpenedAt)}` : 'Not opened yet'}
            </td>
            <td data-label="Sent by it">
              <Uses link={link} planId={planId} />
            </td>
            <td className="gt-screen-only">
              <Deeds link={link} onDeed={onDeed} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function standing({ state, shows, expiresAt, endedAt, createdAt }: UpdateLinkRow): string {
  if (state === 'REVOKED') return `Revoked on ${dayInWords(endedAt ?? createdAt)}`;
  if (state === 'REPLACED') return `Sent again on ${dayInWords(endedAt ?? createdAt)}`;
  if (state === 'EXPIRED') return `Ended with ${lastDay(expiresAt)}`;
  const what = shows.length === 0 ? 'Shows no open action' : `Shows ${listWords(shows, NAMED)}`;
  return `${what}, until the end of ${lastDay(expiresAt)}`;
}

function deliveryOf({ mail, createdAt, state }: UpdateLinkRow): string {
  const on = dayInWords(createdAt);
  if (mail === 'BY_HAND') return `Made on ${on}, passed on by hand`;
  if (mail === 'FAILED') return `Made on ${on}. The mail could not be delivered: check the address`;
  return mail === 'WAITING' && state === 'WORKING'
    ? `Made on ${on}, the mail waits to go out`
    : `Mailed on ${on}`;
}

function Uses({ link, planId }: { link: UpdateLinkRow; planId: string }) {
  const { uses } = link;
  if (uses.length === 0) return <>Nothing yet</>;
  return (
    <details>
      <summary className={classes.summary}>
        {countOf(uses.length, 'update')}, last on {atWords(uses[0]?.at ?? '')}
      </summary>
      <ul className={classes.uses}>
        {uses.map(({ at, actionId, reference, writtenBy }) => (
          <li key={`${actionId} ${at}`}>
            <Link to={paths.action} params={{ planId, actionId }} className={classes.link}>
              {reference}
            </Link>
            {`, ${atWords(at)}${writtenBy ? `, by ${writtenBy}` : ''}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Deeds({ link, onDeed }: { link: UpdateLinkRow; onDeed: LinksTableProps['onDeed'] }) {
  const { id, state, email, name } = link;
  const mayAgain = (state === 'WORKING' || state === 'EXPIRED') && email !== '';
  const button = (deed: LinkDeed, label: string) => (
    <Button
      data-opener={deedId(deed, id)}
      variant="subtle"
      size="compact-sm"
      aria-label={`${label}: ${name}, ${link.team.name}`}
      onClick={() => onDeed(deed, link)}
    >
      {label}
    </Button>
  );
  return (
    <Group gap={4} wrap="nowrap">
      {mayAgain ? button('again', 'Send again') : null}
      {state === 'WORKING' ? button('revoke', 'Revoke') : null}
    </Group>
  );
}
