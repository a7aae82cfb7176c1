import { setImmediate } from 'node:timers/promises';
import type { ScreenedText, ScreeningTextsOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { type Finding, type ScreeningOptions, screenText, whyNotAllow } from '@gt/domain/screening';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { screeningOptions } from './screening-options.ts';
import { referenceOfText, titleOfText } from './text-words.ts';
import { loadTypedTexts, sha256OfWords, type TypedText } from './typed-texts.ts';

/** The most that is told of one text, and of one plan. */
const MOST_FINDINGS = 5;
const MOST_TEXTS = 500;
/** Characters looked through in one go: some milliseconds. */
const AT_ONCE = 100_000;

/**
 * The typed texts of a plan in which screening finds what may say who somebody is: packs leave them out until they are
 * mended, or a verifier allows them. Four statements. Throws NOT_FOUND.
 */
export async function listScreenedTexts(db: Db, scope: Scope, planId: string): Promise<ScreeningTextsOut> {
  const plan = await db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } });
  if (!plan) throw notFound('plan');
  const options = await screeningOptions(db, scope.today);
  const found = await likelyIn(await loadTypedTexts(db, scope, { planId }), options);
  const allowances = await loadAllowances(db, planId);
  const rows = found.slice(0, MOST_TEXTS).map(({ text, likely }): ScreenedText => {
    const sha256 = sha256OfWords(text.words);
    const allowance = allowances.get(keyOf(text));
    const { entity, entityId, field } = text;
    return {
      ...{ entity, entityId, field, sha256 },
      reference: referenceOfText(text),
      title: titleOfText(text),
      findings: likely.slice(0, MOST_FINDINGS).map(({ kind, masked, why }) => ({ kind, masked, why })),
      place: placeOf(text),
      allowance: allowance?.sha256 === sha256 ? allowance.told : null,
      whyNot: holds(scope.roles, 'evidence.check')
        ? whyNotAllow({ authorIds: text.authorIds, userId: scope.userId })
        : 'A verifier allows words for packs.',
    };
  });
  const open = rows.filter(({ allowance }) => allowance === null);
  return { rows: [...open, ...rows.filter(({ allowance }) => allowance !== null)], open: open.length };
}

type Found = { text: TypedText; likely: Finding[] };

/** A large plan has many words: others are answered between every few of them. */
async function likelyIn(texts: readonly TypedText[], options: ScreeningOptions): Promise<Found[]> {
  const found: Found[] = [];
  let looked = 0;
  for (const text of texts) {
    const likely = screenText(text.words, options).filter(({ level }) => level === 'LIKELY');
    if (likely.length > 0) found.push({ text, likely });
    looked += text.words.length;
    if (looked < AT_ONCE) continue;
    looked = 0;
    await setImmediate();
  }
  return found;
}

const keyOf = ({ entityId, field }: Pick<TypedText, 'entityId' | 'field'>) => `${entityId} ${field}`;

function placeOf({ entity, placeId }: TypedText): ScreenedText['place'] {
  return { kind: entity === 'PROGRESS_UPDATE' ? 'ACTION' : entity, id: placeId };
}

async function loadAllowances(db: Db, planId: string) {
  const rows = await db.$queryRaw<
    {
      id: string;
      entityId: string;
      field: string;
      sha256: string;
      reason: string;
      by: string | null;
      at: Date;
      version: number;
    }[]
  >`
    SELECT t."id", t."entityId", t."field", t."sha256", t."reason", u."name" AS "by", t."allowedAt" AS "at", t."version"
    FROM "text_allowance" t LEFT JOIN "user" u ON u."id" = t."allowedById" WHERE t."planId" = ${planId}`;
  return new Map(
    rows.map(({ entityId, field, sha256, id, reason, by, at, version }) => [
      keyOf({ entityId, field }),
      { sha256, told: { id, reason, by: by ?? 'A former member', at: toInstant(at), version } },
    ]),
  );
}
