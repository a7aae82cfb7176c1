/** Branded identifiers and dates: plain strings at run time, apart in the type system. */
declare const brand: unique symbol;
export type Branded<T, B extends string> = T & { readonly [brand]: B };

/** A calendar date "YYYY-MM-DD" in Europe/London; never an instant. */
export type IsoDate = Branded<string, 'IsoDate'>;
/** An instant as ISO 8601 in UTC, as it travels over the wire. */
export type IsoInstant = Branded<string, 'IsoInstant'>;
/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = Branded<string, 'Sha256'>;

export type UserId = Branded<string, 'UserId'>;
export type PlanId = Branded<string, 'PlanId'>;
export type InspectionId = Branded<string, 'InspectionId'>;
export type RecommendationId = Branded<string, 'RecommendationId'>;
export type ActionId = Branded<string, 'ActionId'>;
export type ProgressUpdateId = Branded<string, 'ProgressUpdateId'>;
export type EvidenceId = Branded<string, 'EvidenceId'>;
export type EvidenceVersionId = Branded<string, 'EvidenceVersionId'>;
export type MeasureId = Branded<string, 'MeasureId'>;
export type TeamId = Branded<string, 'TeamId'>;
export type PostId = Branded<string, 'PostId'>;
export type PackId = Branded<string, 'PackId'>;
export type RedactionId = Branded<string, 'RedactionId'>;
export type InvitationId = Branded<string, 'InvitationId'>;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar date "YYYY-MM-DD" (so 2026-02-30 is not one). */
export function isIsoDate(value: string): value is IsoDate {
  const match = DATE.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}

/** Parses a trusted date literal; throws RangeError on anything that is no calendar date. */
export function isoDate(value: string): IsoDate {
  if (!isIsoDate(value)) throw new RangeError(`"${value}" is not a calendar date (YYYY-MM-DD)`);
  return value;
}
