import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { EvidenceState } from '@gt/contracts/words';
import type { PackManifest } from '@gt/pack';
import type { EvidenceStore } from '@gt/storage';
import type { Context } from '../../core/context.ts';
import { guard } from '../../core/guard.ts';
import type { Harness, Person, PlanFixture } from '../../testing/harness.ts';
import { buildPack } from './build-pack.ts';
import { packsFileRoutes } from './packs.files.ts';

const CLEAN = {
  rules: 1,
  outcome: 'NOTHING_FOUND',
  findings: [],
  total: 0,
  likely: 0,
  notices: [],
  unread: [],
};

/** Evidence with its file in the store, linked to a recommendation or to an action under it. */
export async function makeEvidence(
  { db, store, people }: Harness,
  plan: PlanFixture,
  more: {
    bytes: Uint8Array | string;
    state?: EvidenceState;
    recommendationIds?: string[];
    actionId?: string;
    /** Without: screened, and nothing found. */
    screenings?: object[];
    [column: string]: unknown;
  },
): Promise<{ id: string; number: number; sha256: string }> {
  const { bytes, state = 'ACCEPTED', recommendationIds, actionId = null, ...rest } = more;
  const { screenings = [CLEAN], ...columns } = rest;
  const put = await store.put(Readable.from([Buffer.from(bytes as string)]), { maxBytes: 1e9 });
  if (!put.ok) throw new Error(put.message);
  const { nextEvidenceNumber } = await db.plan.update({
    where: { id: plan.planId },
    data: { nextEvidenceNumber: { increment: 1 } },
    select: { nextEvidenceNumber: true },
  });
  const number = nextEvidenceNumber - 1;
  const { userId } = people.contributor;
  const checked = state === 'ACCEPTED' || state === 'RETURNED' ? [state] : [];
  const row = await db.evidence.create({
    data: {
      planId: plan.planId,
      number,
      title: `Audit ${number}`,
      kind: 'AUDIT',
      shows: 'What was found.',
      state,
      uploadedById: userId,
      changedById: userId,
      ...columns,
      versions: {
        create: {
          number: 1,
          fileName: `audit ${number}.txt`,
          mediaType: 'text/plain',
          size: BigInt(put.size),
          sha256: put.sha256,
          uploadedById: userId,
          uploadedAt: new Date('2026-03-03T09:00:00Z'),
          screenings: { create: screenings },
        },
      },
      checks: {
        create: checked.map((decision) => ({
          versionNumber: 1,
          decision,
          reason: '',
          checkedById: people.verifier.userId,
          checkedAt: new Date('2026-03-05T09:00:00Z'),
        })),
      },
      links: {
        create: (recommendationIds ?? [plan.recommendationIds[0] ?? '']).map((recommendationId) => ({
          recommendationId,
          actionId,
          linkedById: userId,
        })),
      },
    } as never,
    select: { id: true },
  });
  return { id: row.id, number, sha256: put.sha256 };
}

/** Runs the job as the queue would. */
export function runBuild(
  ctx: Context,
  packId: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  return buildPack({ ...ctx, signedIn: null }, { packId }, signal);
}

/** The download as a browser gets it. */
export async function download(harness: Harness, packId: string, person: Person = harness.people.lead) {
  const route = packsFileRoutes[0];
  if (!route) throw new Error('no route');
  const ctx = harness.ctxAs(person);
  const answer = await route.handle(ctx, guard(ctx, route.permission), {
    params: { packId },
    query: {},
    headers: {},
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  if (answer.kind !== 'file') throw new Error('not a file');
  return { ...answer, bytes: await buffer(answer.stream) };
}

/** What of the other library is needed; tests bring it, since only they may. */
type OpenZip<Entry extends { fileName: string }> = (
  bytes: Buffer,
  options: { lazyEntries: true },
) => Promise<{
  eachEntry(): AsyncIterable<Entry>;
  openReadStreamPromise(entry: Entry): Promise<Readable>;
}>;

/** A pack read with another library than wrote it. */
export async function openPack<Entry extends { fileName: string }>(bytes: Buffer, openZip: OpenZip<Entry>) {
  const zip = await openZip(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  const text = (path: string) => files.get(path)?.toString('utf8') ?? '';
  return {
    files,
    text,
    manifest: JSON.parse(text('manifest.json')) as PackManifest,
    everything: () => [...files.keys()].map((path) => `${path}\n${text(path)}`).join('\n'),
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** R1 with an owned action, updates, proof in every state; R2 with nothing. */
export async function fullPlan(harness: Harness) {
  const { db, people, teams, posts } = harness;
  const plan = await harness.makePlan();
  const [r1 = '', r2 = ''] = plan.recommendationIds;
  const action = await harness.makeAction(plan, {
    status: 'IN_PROGRESS',
    teamId: teams.fostering,
    partnerTeamId: teams.police,
    ownerPostId: posts.headOfFostering,
    declaredRag: 'AMBER',
    ragReason: 'Two assessments need a second visit',
    lastUpdateAt: noon('2026-03-10'),
  });
  const update = {
    actionId: action.id,
    authorId: people.lead.userId,
    onBehalfOfId: people.manager.userId,
    difference: 'Four children were placed near their school.',
    inTheWay: '',
    next: 'Panel on 24 March.',
    rag: 'AMBER' as const,
    ragReason: 'Two assessments need a second visit',
    percentComplete: 40,
  };
  const wrong = await db.progressUpdate.create({
    data: { ...update, whatHappened: 'Panel approved twenty more carers.', createdAt: noon('2026-03-09') },
    select: { id: true },
  });
  await db.progressUpdate.create({
    data: {
      ...update,
      whatHappened: 'Panel approved two more carers.',
      createdAt: noon('2026-03-10'),
      correctsId: wrong.id,
    },
    select: { id: true },
  });
  const link = { actionId: action.id };
  const accepted = await makeEvidence(harness, plan, { ...link, bytes: 'supervision audit' });
  const both = await makeEvidence(harness, plan, { bytes: 'placement data', recommendationIds: [r1, r2] });
  await makeEvidence(harness, plan, { ...link, bytes: 'waiting', state: 'SUBMITTED' });
  await makeEvidence(harness, plan, { ...link, bytes: 'returned', state: 'RETURNED' });
  await makeEvidence(harness, plan, { ...link, bytes: 'withdrawn', state: 'WITHDRAWN' });
  await makeEvidence(harness, plan, { bytes: 'deleted', deletedAt: noon('2026-03-01') });
  const sensitive = await makeEvidence(harness, plan, {
    bytes: 'sensitive',
    sensitivity: 'OFFICIAL_SENSITIVE',
  });
  return { plan, r1, r2, action, accepted, both, sensitive };
}

/** The context with another store in parts. */
export function ctxWithStore(harness: Harness, part: Partial<EvidenceStore>): Context {
  const { store, people } = harness;
  const whole: EvidenceStore = {
    put: (bytes, options) => store.put(bytes, options),
    open: (hash, range) => store.open(hash, range),
    remove: (hash) => store.remove(hash),
    stat: (hash) => store.stat(hash),
    list: () => store.list(),
    sweep: (options) => store.sweep(options),
  };
  return { ...harness.ctxAs(people.lead), store: { ...whole, ...part } };
}
