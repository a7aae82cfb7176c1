import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, startHarness } from '../harness.ts';
import type { On } from './on.ts';

/** Records made fresh for each cell, so that no cell depends on what another did. */
export type World = Harness & {
  plan: PlanFixture;
  noRole: Person;
  action(
    on: On,
    more?: Record<string, unknown>,
  ): Promise<{ id: string; version: number; reference: string; recommendationId: string }>;
  update(actionId: string, author: Person, text?: string): Promise<string>;
  /** Linked to a fresh action of that kind; `more` are columns of the item itself. */
  evidence(
    on: On,
    more?: { uploadedBy?: Person; state?: 'SUBMITTED' | 'ACCEPTED'; title?: string },
  ): Promise<EvidenceFixture>;
  /** Bytes in the store under their hash. */
  stored(bytes: string | Uint8Array): Promise<{ sha256: string; size: number }>;
};

export type EvidenceFixture = {
  evidenceId: string;
  versionId: string;
  number: number;
  version: number;
  actionId: string;
  recommendationId: string;
};

export async function startWorld(): Promise<World> {
  const harness = await startHarness();
  const plan = await harness.makePlan();
  const noRole = await harness.makeUser('Somebody without a role', []);
  const action: World['action'] = async (on, more) => {
    const recommendationId = plan.recommendationIds[0] ?? '';
    const made = await harness.makeAction(plan, { recommendationId, ...whose(harness, on), ...more });
    const row = await harness.db.recommendation.findUniqueOrThrow({
      where: { id: (more?.recommendationId as string | undefined) ?? recommendationId },
      select: { id: true, number: true },
    });
    const reference = `R${row.number}.A${made.number}`;
    return { id: made.id, version: made.version, reference, recommendationId: row.id };
  };
  const stored: World['stored'] = async (content) => {
    const bytes = Buffer.from(content);
    const put = await harness.store.put(Readable.from([bytes]), { maxBytes: bytes.length });
    if (!put.ok) throw new Error(put.message);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  };
  return {
    ...harness,
    plan,
    noRole,
    action,
    stored,
    update: (actionId, author, text) => insertUpdate(harness, actionId, author, text ?? 'Four came.'),
    evidence: async (on, more) => insertEvidence(harness, plan, stored, await action(on), more),
  };
}

/** Team, owner post, partner and supporting teams of each kind of record. */
function whose({ teams, posts }: Harness, on: On): Record<string, unknown> {
  if (on === 'team') return { teamId: teams.fostering };
  if (on === 'other') return { teamId: teams.permanence, ownerPostId: posts.headOfPermanence };
  if (on === 'supported') {
    const supporting = { create: [{ teamId: teams.fostering }, { teamId: teams.police }] };
    return { teamId: teams.permanence, ownerPostId: posts.headOfPermanence, supporting };
  }
  return { teamId: teams.fostering, ownerPostId: posts.fosteringOfficer, partnerTeamId: teams.police };
}

async function insertUpdate(
  { db }: Harness,
  actionId: string,
  author: Person,
  text: string,
): Promise<string> {
  const row = await db.progressUpdate.create({
    data: {
      actionId,
      authorId: author.userId,
      whatHappened: text,
      difference: text,
      inTheWay: text,
      next: text,
      rag: 'GREEN',
      ragReason: text,
      percentComplete: 40,
    },
    select: { id: true },
  });
  return row.id;
}

async function insertEvidence(
  { db, people }: Harness,
  plan: PlanFixture,
  stored: World['stored'],
  action: { id: string; recommendationId: string },
  more: { uploadedBy?: Person; state?: 'SUBMITTED' | 'ACCEPTED'; title?: string } = {},
): Promise<EvidenceFixture> {
  const by = (more.uploadedBy ?? people.otherManager).userId;
  const title = more.title ?? 'Panel minutes';
  const { nextEvidenceNumber } = await db.plan.update({
    where: { id: plan.planId },
    data: { nextEvidenceNumber: { increment: 1 } },
    select: { nextEvidenceNumber: true },
  });
  const number = nextEvidenceNumber - 1;
  const file = await stored(`${title} ${newId()}`);
  const row = await db.evidence.create({
    data: {
      planId: plan.planId,
      number,
      title,
      kind: 'MINUTES',
      shows: `${title}: what was decided, and when`,
      source: title,
      state: more.state ?? 'SUBMITTED',
      uploadedById: by,
      changedById: by,
      versions: {
        create: {
          number: 1,
          fileName: `${title}.txt`,
          mediaType: 'text/plain',
          size: BigInt(file.size),
          sha256: file.sha256,
          uploadedById: by,
        },
      },
      links: { create: { actionId: action.id, recommendationId: action.recommendationId, linkedById: by } },
    },
    select: { id: true, version: true, versions: { select: { id: true } } },
  });
  return {
    evidenceId: row.id,
    versionId: row.versions[0]?.id ?? '',
    number,
    version: row.version,
    actionId: action.id,
    recommendationId: action.recommendationId,
  };
}
