import type { PackOmission } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import type { ManifestFile, PackManifest, PackOutcome } from '@gt/pack';
import { DomainError } from '../../core/domain-error.ts';
import { thaw } from '../packs/frozen-content.ts';
import { fingerprintOfKey, pemOf } from '../packs/signing-keys.ts';
import type { Visit } from './find-visit.ts';

/** The pack of a room as it was frozen: what it says, and of every file of evidence in it the hash. */
export type RoomPack = {
  number: number;
  fileName: string;
  sha256: string;
  size: number;
  key: { fingerprint: string; pem: string } | null;
  outcome: PackOutcome;
  /** By reference: "E12". What the pack left out is not among them. */
  files: ReadonlyMap<string, ManifestFile>;
};

const PACK_SELECT = {
  number: true,
  fileName: true,
  sha256: true,
  size: true,
  state: true,
  redactedAt: true,
  expiredAt: true,
  content: true,
  contentSha256: true,
  manifest: true,
  omissions: true,
  signingKeyId: true,
} as const;

/**
 * What stands in the room. Only the finished pack is read: neither the plan as it is now, nor what the pack left out.
 * Throws RULE once the pack was withdrawn or its time is over.
 */
export async function roomPack(
  db: Db,
  { room, askWhom }: Pick<Visit, 'room' | 'askWhom'>,
): Promise<RoomPack> {
  const row = await db.pack.findFirst({
    where: { id: room.packId, planId: room.planId },
    select: PACK_SELECT,
  });
  const gone = new DomainError(
    'RULE',
    `The pack of this room was withdrawn. Ask ${askWhom} to put a new one into it.`,
  );
  if (row?.state !== 'READY' || row.redactedAt !== null || row.expiredAt !== null) throw gone;
  const { content, contentSha256, sha256, signingKeyId } = row;
  const frozen = content && contentSha256 ? await thaw({ content, contentSha256 }) : null;
  if (!frozen || sha256 === null || row.manifest === null) throw gone;
  const manifest = row.manifest as unknown as PackManifest;
  const omissions = (row.omissions ?? []) as unknown as PackOmission[];
  const files = new Map(
    manifest.files.flatMap((file) => (file.evidence ? [[file.evidence, file] as const] : [])),
  );
  const included = [...files].map(([ref, { path, size, sha256: hash }]) => ({
    ref,
    entry: { name: path, size, sha256: hash },
  }));
  return {
    number: row.number,
    fileName: row.fileName ?? 'Evidence pack.zip',
    sha256,
    size: Number(row.size ?? 0),
    key: await keyOf(db, signingKeyId),
    outcome: { content: frozen.content, included, omissions },
    files,
  };
}

async function keyOf(db: Db, id: string | null): Promise<RoomPack['key']> {
  const row = id && (await db.signingKey.findUnique({ where: { id }, select: { publicKey: true } }));
  return row ? { fingerprint: fingerprintOfKey(row.publicKey), pem: pemOf(row.publicKey) } : null;
}
