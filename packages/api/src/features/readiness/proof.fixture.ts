import type { EvidenceKind, EvidenceState } from '@gt/contracts/words';
import type { Harness, PlanFixture } from '../../testing/harness.ts';

type More = {
  kind?: EvidenceKind;
  state?: EvidenceState;
  showsImpact?: boolean;
  periodFrom?: string;
  periodTo?: string;
  validUntil?: string;
  supersededById?: string;
  screening?: 'NOTHING_FOUND' | null;
};

/** An item of evidence with one screened file, linked to a recommendation or to an action under it. */
export async function addProof(
  { db, people }: Harness,
  { planId }: PlanFixture,
  link: { recommendationId: string; actionId?: string },
  more: More = {},
): Promise<{ id: string; number: number }> {
  const by = people.otherManager.userId;
  const { nextEvidenceNumber } = await db.plan.update({
    where: { id: planId },
    data: { nextEvidenceNumber: { increment: 1 } },
    select: { nextEvidenceNumber: true },
  });
  const number = nextEvidenceNumber - 1;
  const { periodFrom, periodTo = '2026-03-01', validUntil, screening = 'NOTHING_FOUND', ...facts } = more;
  const screened = {
    rules: 1,
    outcome: 'NOTHING_FOUND',
    findings: [],
    total: 0,
    notices: [],
    unread: [],
  } as const;
  return db.evidence.create({
    data: {
      planId,
      number,
      title: `Audit ${number}`,
      kind: 'AUDIT',
      shows: 'What was found',
      showsImpact: true,
      state: 'ACCEPTED',
      ...facts,
      periodFrom: periodFrom ? new Date(periodFrom) : null,
      periodTo: new Date(periodTo),
      validUntil: validUntil ? new Date(validUntil) : null,
      uploadedById: by,
      changedById: by,
      createdAt: new Date('2026-03-02'),
      links: { create: { ...link, linkedById: by } },
      versions: {
        create: {
          number: 1,
          fileName: 'audit.pdf',
          mediaType: 'application/pdf',
          size: 1n,
          sha256: String(number).padStart(64, '0'),
          uploadedById: by,
          uploadedAt: new Date('2026-03-02'),
          ...(screening
            ? { screenings: { create: { ...screened, findings: [], notices: [], unread: [] } } }
            : {}),
        },
      },
    },
    select: { id: true, number: true },
  });
}
