import type { Tx } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { isInsideAddress } from '@gt/domain/reminder';
import type { Context } from '../../core/context.ts';
import { newId } from '../../core/new-id.ts';
import type { Issuing, StoredReportFile } from './issuing-report.ts';
import { MEDIA_TYPES } from './media-types.ts';

type Member = { id: string; email: string; mayRead: boolean };

/**
 * Puts the minutes into the outbox for everybody who was on the list of the review and every member of it, each once
 * for each version, in the transaction that issues them. Files go to those alone who read the plan and whose address is
 * inside; to everybody else go a reference and a link.
 */
export async function mailMinutes(
  ctx: Context,
  tx: Tx,
  report: Issuing,
  files: readonly StoredReportFile[],
): Promise<void> {
  if (!ctx.settings.mailIsSetUp || report.reviewId === null) return;
  const review = await tx.review.findUnique({
    where: { id: report.reviewId },
    select: { number: true, meeting: true },
  });
  if (!review) return;
  const members = await membersOf(tx, { ...review, planId: report.planId, reviewId: report.reviewId });
  if (members.length === 0) return;
  const installation = await tx.installation.findUnique({
    where: { id: 1 },
    select: { insideMailDomains: true },
  });
  const inside = installation?.insideMailDomains ?? [];
  const attachments = files.map(({ fileName, sha256, format }) => ({
    fileName,
    mediaType: MEDIA_TYPES[format],
    sha256,
  }));
  const rows = members.map((member) => {
    const mayHold = member.mayRead && isInsideAddress(member.email, inside);
    const words = mayHold ? insideMail(report, ctx) : outsideMail(report, review.number, member, ctx);
    return {
      id: newId(),
      // The same however often it is tried: a mail program shows it once.
      messageId: `<minutes-${report.id}-${member.id}@golden-thread>`,
      toAddress: member.email,
      ...words,
      ...(mayHold ? { attachments } : {}),
      createdAt: ctx.now,
    };
  });
  await tx.outboxMail.createMany({ data: rows, skipDuplicates: true });
  await ctx.jobs.enqueue(tx, 'mail.send', {}, { singletonKey: 'outbox' });
}

/** Those on the review's list who have an account, and the plan's members of that meeting; nobody who has left. */
async function membersOf(
  tx: Tx,
  of: { planId: string; reviewId: string; meeting: 'REVIEW' | 'BOARD' },
): Promise<Member[]> {
  const attendances = await tx.reviewAttendance.findMany({
    where: { reviewId: of.reviewId, userId: { not: null } },
    select: { userId: true },
  });
  const members = await tx.planMember.findMany({
    where: { planId: of.planId, meeting: of.meeting },
    select: { userId: true },
  });
  const ids = [...attendances, ...members].flatMap(({ userId }) => userId ?? []);
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] }, deactivatedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, email: true, roleGrants: { select: { role: true } } },
  });
  return users.map(({ roleGrants, ...user }) => ({
    ...user,
    mayRead: holds(
      roleGrants.map(({ role }) => role),
      'report.read',
    ),
  }));
}

type Mail = { subject: string; text: string };

const corrected = ({ versionNumber }: Issuing) => (versionNumber > 1 ? 'Corrected: ' : '');
const addressOf = ({ planId, id }: Issuing, { settings }: Context) =>
  `${settings.publicUrl}/plans/${planId}/reports/${id}`;

function insideMail(report: Issuing, ctx: Context): Mail {
  const { title, plan } = report;
  return {
    subject: `${corrected(report)}${title}`,
    text: `${title}, of ${plan.name}, as a Word document and as an accessible PDF.\n\nThey are kept here:\n${addressOf(report, ctx)}\n`,
  };
}

/** References, never content; a partner is led to their own actions, since the minutes speak of everybody's. */
function outsideMail(report: Issuing, reviewNumber: number, { mayRead }: Member, ctx: Context): Mail {
  const what = `Minutes of review ${reviewNumber}`;
  const own = `${ctx.settings.publicUrl}/plans/${report.planId}/actions`;
  const where = mayRead
    ? `Sign in to read them:\n${addressOf(report, ctx)}\n\nThey are not attached, because this address is outside the trust and the council.`
    : `Your own actions, as the review left them, are here:\n${own}`;
  return { subject: `${corrected(report)}${what}`, text: `${what} are ready. ${where}\n` };
}
