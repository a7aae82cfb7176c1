import { personEmail } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';

/** True while a new installation still waits for its first administrator. */
export async function needsSetUp(ctx: Pick<Context, 'db'>): Promise<boolean> {
  const anybody = await ctx.db.user.findFirst({ select: { id: true } });
  return anybody === null;
}

/**
 * Makes the first account of an empty installation: administrator and programme lead, so that the first plan can be
 * begun. The host has checked the set-up code that it printed at its start. Throws RULE once anybody exists.
 */
export async function setUpInstallation(
  ctx: Context,
  input: { name: string; email: string; password: string },
): Promise<{ email: string }> {
  const name = input.name.trim().slice(0, 120);
  const address = personEmail.safeParse(input.email);
  const email = address.data ?? '';
  const problems = [
    ...(name === '' ? [{ field: 'name', message: 'Enter the name or post to show on screen.' }] : []),
    ...(address.success
      ? []
      : [{ field: 'email', message: 'Enter an e-mail address, such as name@trust.example.' }]),
  ];
  const weak = ctx.accounts.passwordProblem(input.password, [name, email]);
  if (weak) problems.push({ field: 'password', message: weak });
  if (problems.length > 0) throw invalid(problems);
  const password = await ctx.accounts.hashPassword(input.password);
  await inTransaction(ctx.db, async (tx) => {
    // Two people setting up at once: the row lock makes the second see the first one's account.
    await tx.$queryRaw`SELECT "id" FROM "installation" WHERE "id" = 1 FOR UPDATE`;
    if (!(await needsSetUp({ db: tx as Context['db'] }))) {
      throw new DomainError('RULE', 'This installation has been set up already. Sign in instead.');
    }
    const userId = newId();
    await tx.user.create({ data: { id: userId, email, name }, select: { id: true } });
    await tx.account.create({
      data: { userId, accountId: userId, providerId: 'credential', password },
      select: { id: true },
    });
    await tx.roleGrant.createMany({
      data: [
        { userId, role: 'ADMINISTRATOR' },
        { userId, role: 'PROGRAMME_LEAD' },
      ],
    });
    await tx.installation.update({ where: { id: 1 }, data: { setUpAt: ctx.now }, select: { id: true } });
    const who = { userId, userName: name, now: ctx.now, requestId: ctx.requestId };
    await recordAudit(tx, who, {
      action: 'installation.setUp',
      entityType: 'USER',
      entityId: userId,
      planId: null,
      after: { roles: ['ADMINISTRATOR', 'PROGRAMME_LEAD'] },
    });
  });
  return { email };
}
