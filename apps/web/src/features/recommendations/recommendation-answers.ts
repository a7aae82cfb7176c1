import type { RouterOutputs } from '@gt/api/types';
import { FRAMEWORKS, JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { INSPECTION_SHAPES } from '@gt/domain/inspection';
import { holderWords } from '../../lib/holder-words.ts';
import type { Recommendation } from './queries.ts';

/** What was agreed about a recommendation, as the form holds and the server takes it. */
export type RecommendationAnswers = {
  leadPostId: string | null;
  goodLooksLike: string;
  closureTest: string;
  response: string;
  judgementAreas: string[];
  minEvidenceKinds: number;
  newestWithinDays: number;
  requireImpact: boolean;
};

export function answersOf(recommendation: Recommendation): RecommendationAnswers {
  const { leadPost, goodLooksLike, closureTest, response, judgementAreas, evidenceTest } = recommendation;
  const leadPostId = leadPost?.id ?? null;
  return { leadPostId, goodLooksLike, closureTest, response, judgementAreas, ...evidenceTest };
}

/** Whether its inspection asks management to answer each item; what was answered once is always shown. */
export function hasResponse({ inspection, response }: Recommendation): boolean {
  return response !== '' || (inspection !== null && INSPECTION_SHAPES[inspection.kind].hasResponse);
}

type Choice = { value: string; label: string };

/** Posts in use, each with its holder; the present lead stays in the list even when its post is not in use. */
export function postChoices(
  teams: RouterOutputs['teams']['list'],
  current: Recommendation['leadPost'],
): Choice[] {
  const posts = teams
    .filter(({ archived }) => !archived)
    .flatMap((team) => team.posts.filter(({ archived }) => !archived))
    .map(({ id, title, holder }) => ({
      value: id,
      label: `${title} (${holderWords({ title, holder: holder?.name ?? null })})`,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));
  const isMissing = current !== null && !posts.some(({ value }) => value === current.id);
  return [
    { value: '', label: 'Nobody yet' },
    ...(isMissing ? [{ value: current.id, label: current.title }] : []),
    ...posts,
  ];
}

/** Areas that the framework judges, and any others chosen already. */
export function areaChoices(frameworkKey: string | null, chosen: readonly string[]): Choice[] {
  const judged = FRAMEWORKS.find(({ key }) => key === frameworkKey)?.areas ?? [];
  return [...new Set([...judged, ...chosen])].map((area) => ({
    value: area,
    label: JUDGEMENT_AREA_LABELS[area] ?? area,
  }));
}
