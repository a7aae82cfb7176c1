import { type IsoDate, ROLE_LABELS } from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import { DataTable } from '@gt/ui';
import { Button } from '@mantine/core';
import { dayInWords, londonDay } from '../../lib/instants.ts';
import { inOrder } from '../../lib/role-words.ts';
import { EmailAddress } from './email-address.tsx';
import classes from './people.module.css';
import type { InvitationRow } from './queries.ts';

type InvitationsPanelProps = {
  invitations: readonly InvitationRow[];
  today: IsoDate;
  onWithdraw: (invitation: InvitationRow) => void;
};

export const withdrawId = (invitationId: string) => `withdraw-${invitationId}`;

/** One-time links that have not been used: to join, or for a new password. */
export function InvitationsPanel({ invitations, today, onWithdraw }: InvitationsPanelProps) {
  if (invitations.length === 0) return null;
  return (
    <div>
      <h2 id="open-links" tabIndex={-1} className={classes.heading}>
        Links not used yet
      </h2>
      <DataTable caption="Links not used yet" cards>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">What it does</th>
            <th scope="col">Made on</th>
            <th scope="col">Works until</th>
            <th scope="col">
              <span className="gt-visually-hidden">Withdraw</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <th scope="row" className={classes.person}>
                {invitation.name}
                <EmailAddress address={invitation.email} />
              </th>
              <td data-label="What it does">
                {invitation.kind === 'JOIN'
                  ? `Invitation as ${listWords(inOrder(invitation.roles).map((role) => ROLE_LABELS[role]))}`
                  : 'A new password'}
              </td>
              <td data-label="Made on" className={classes.when}>
                {londonDay(invitation.createdAt) === today ? 'Today' : dayInWords(invitation.createdAt)}
              </td>
              <td data-label="Works until" className={classes.when}>
                {dayInWords(invitation.expiresAt)}
              </td>
              <td className={`${classes.menu} gt-screen-only`}>
                <Button
                  data-opener={withdrawId(invitation.id)}
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Withdraw the link for ${invitation.name}`}
                  onClick={() => onWithdraw(invitation)}
                >
                  Withdraw
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
