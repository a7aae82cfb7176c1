import type { PackContent, PackRecommendation } from '@gt/contracts/words';

/** A judgement area with what the report recommends under it: the order and the numbers of every part of a pack. */
export interface AreaSection {
  /** "2". */
  number: string;
  area: string;
  /** Each under the first of its areas, once: "2.1". */
  recommendations: { number: string; item: PackRecommendation }[];
  /** Printed under another area, and belonging here too. */
  also: { number: string; item: PackRecommendation }[];
}

const NO_AREA = 'No judgement area';

/**
 * Divides the recommendations by judgement area: areas in the order of the inspection's judgements, then as they
 * first appear. Example: R3 under "Children in care" and "Impact of leaders" stands in the first and is named in the
 * second.
 */
export function packOrder({ recommendations, inspection }: PackContent): AreaSection[] {
  const named = new Set([
    ...inspection.judgements.map(({ area }) => area),
    ...recommendations.flatMap((item) => areasOf(item)),
  ]);
  const homes = new Set(recommendations.map((item) => areasOf(item)[0]));
  const used = [...named].filter((area) => recommendations.some((item) => areasOf(item).includes(area)));
  const numberOf = new Map<string, string>();
  const sections = used.map((area, index): AreaSection => {
    const own = homes.has(area) ? recommendations.filter((item) => areasOf(item)[0] === area) : [];
    for (const [at, { ref }] of own.entries()) numberOf.set(ref, `${index + 1}.${at + 1}`);
    const numbered = own.map((item) => ({ number: numberOf.get(item.ref) ?? '', item }));
    return { number: String(index + 1), area, recommendations: numbered, also: [] };
  });
  for (const section of sections) {
    section.also = recommendations
      .filter((item) => areasOf(item).slice(1).includes(section.area))
      .map((item) => ({ number: numberOf.get(item.ref) ?? '', item }));
  }
  return sections;
}

function areasOf({ areas }: PackRecommendation): string[] {
  return areas.length === 0 ? [NO_AREA] : areas;
}
