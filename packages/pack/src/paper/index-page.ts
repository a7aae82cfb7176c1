import {
  DELIVERY_STATUS_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  type KnotState,
  type PackAction,
  type PackEvidence,
  type PackMeasure,
  type PackRecommendation,
} from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import type { PackOutcome } from '../pack-outcome.ts';
import { escapeMarkup } from './clean-text.ts';
import { appendixWords, isInAppendix } from './evidence-paths.ts';
import { INDEX_STYLE } from './index-style.ts';
import {
  dateWords,
  instantWords,
  periodWords,
  ragWords,
  revisionWords,
  sizeWords,
  sourceWords,
} from './words.ts';

/** The knots of the thread in words, for those who do not see it drawn. */
export const KNOT_STATE_WORDS: Record<KnotState, string> = {
  WHOLE: 'whole',
  PARTIAL: 'in part',
  MISSING: 'missing',
};

type Html = { html: string };
const raw = (html: string): Html => ({ html });

/** Escapes every value but what is already `Html`: text of people cannot become markup. */
function h(strings: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  const parts = strings.flatMap((part, index) => {
    const value = values[index];
    if (value === undefined) return [part];
    if (Array.isArray(value)) return [part, ...value.map((item) => item.html)];
    return [part, typeof value === 'object' ? value.html : escapeMarkup(String(value))];
  });
  return raw(parts.join(''));
}

/** index.html: by judgement area, then by recommendation, with a link to every evidence file. No script. */
export function indexPage(outcome: PackOutcome): string {
  const { content } = outcome;
  const title = `Evidence pack: ${content.planTitle}`;
  const marking =
    content.marking === '' ? raw('') : h`<p class="marking">${content.marking.toUpperCase()}</p>`;
  return h`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(INDEX_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the recommendations</a>
<header>${marking}<h1>${title}</h1>
<p>${content.council}${content.trust ? `, delivered by ${content.trust}` : ''}. ${content.scope}. Made on ${instantWords(content.generatedAt)} by ${content.generatedBy}.</p>
<p>${completeness(outcome)} <a href="summary.pdf">Summary (PDF)</a> · <a href="actions.xlsx">Actions (workbook)</a> · <a href="READ%20ME.txt">How to check this pack</a></p></header>
${areaNavigation(content.recommendations)}
<main id="main">
${content.recommendations.map((recommendation) => recommendationSection(recommendation, outcome))}
${leftOutSection(outcome)}
</main>
<footer><p>Audit checkpoint: entry ${content.audit.sequence}, <code>${content.audit.hash}</code>. Pack ${content.packId}.</p>${marking}</footer>
</body>
</html>
`.html;
}

function completeness({ included, omissions }: PackOutcome): string {
  const leftOut = omissions.filter((omission) => omission.what === 'EVIDENCE').length;
  return `${countOf(included.length + leftOut, 'evidence item')} in scope: ${included.length} in this pack, ${leftOut} left out. ${appendixWords(included)}`.trim();
}

function areaNavigation(recommendations: PackRecommendation[]): Html {
  const areas = [
    ...new Set(recommendations.flatMap(({ areas: own }) => (own.length > 0 ? own : ['No judgement area']))),
  ];
  const group = (area: string) => {
    const items = recommendations.filter(
      ({ areas: own }) => own.includes(area) || (own.length === 0 && area === 'No judgement area'),
    );
    return h`<h3>${area}</h3><ul>${items.map((item) => h`<li><a href="#${item.ref}">${item.ref} ${item.title}</a></li>`)}</ul>`;
  };
  return h`<nav aria-labelledby="areas"><h2 id="areas">By judgement area</h2>${areas.map(group)}</nav>`;
}

function recommendationSection(recommendation: PackRecommendation, outcome: PackOutcome): Html {
  const { ref, title, quote, lead, rag, thread, missing } = recommendation;
  const facts: [string, string][] = [
    ['Status', recommendation.status],
    ['Declared', `${ragWords(rag.declared)}. ${rag.declaredReason}`],
    ['Calculated', `${ragWords(rag.calculated)}. ${rag.calculatedReason}`],
    ['Accountable lead', lead === '' ? 'Nobody yet' : lead],
    ['What good looks like', recommendation.goodLooksLike],
    ['Closure test', recommendation.closureTest],
    ['Still missing', missing.length === 0 ? 'Nothing' : `${missing.join('; ')}.`],
  ];
  const knots = [
    ['Said', thread.said],
    ['Done', thread.done],
    ['Proved', thread.proved],
    ['Changed', thread.changed],
  ] as const;
  return h`<section id="${ref}" aria-labelledby="${ref}-h"><h2 id="${ref}-h">${ref} ${title}</h2>
<blockquote>${quote}</blockquote><p class="source">${sourceWords(recommendation)}. ${recommendation.lineage}</p>
<h3>The thread</h3><ol class="thread">${knots.map(([name, knot]) => h`<li class="${knot.state.toLowerCase()}"><strong>${name}</strong> (${KNOT_STATE_WORDS[knot.state]}): ${knot.words}</li>`)}</ol>
<dl>${facts.map(([name, value]) => h`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h3>Actions</h3>${actionTable(ref, recommendation.actions)}
<h3>Measures</h3>${measureTable(ref, recommendation.measures)}
<h3>Evidence</h3>${evidenceList(ref, outcome)}</section>
`;
}

function actionTable(ref: string, actions: PackAction[]): Html {
  if (actions.length === 0) return raw('<p>No action yet.</p>');
  const row = (action: PackAction) => {
    const latest = action.updates[0];
    const moves = action.revisions.map((revision) => h`<br>${revisionWords(revision)}`);
    return h`<tr><th scope="row">${action.ref}</th><td>${action.title}</td><td>${action.team}<br>${action.owner}</td><td>${dateWords(action.dueOn)}${moves}</td><td>${DELIVERY_STATUS_LABELS[action.status]}<br>${ragWords(action.rag.declared)}</td><td>${latest ? `${dateWords(latest.on)}: ${latest.happened}` : 'No update'}</td><td>${latest?.difference ?? ''}</td></tr>`;
  };
  return h`<div class="wide" role="region" aria-label="Actions of ${ref}" tabindex="0"><table><thead><tr><th scope="col">Ref</th><th scope="col">Action</th><th scope="col">Team and owner</th><th scope="col">Due</th><th scope="col">Status</th><th scope="col">What happened last</th><th scope="col">What difference</th></tr></thead><tbody>${actions.map(row)}</tbody></table></div>`;
}

function measureTable(ref: string, measures: PackMeasure[]): Html {
  if (measures.length === 0) return raw('<p>No measure yet.</p>');
  const row = (m: PackMeasure) =>
    h`<tr><th scope="row">${m.ref} ${m.title}</th><td>${m.definition}</td><td>${m.baseline || 'Not set'}</td><td>${m.latest || 'No figure yet'}</td><td>${m.target || 'Not set'}</td><td>${m.distance}.</td><td>${m.movement}. ${m.movementReason}.${m.late === '' ? '' : ` Late: ${m.late}.`}</td></tr>`;
  return h`<div class="wide" role="region" aria-label="Measures of ${ref}" tabindex="0"><table><thead><tr><th scope="col">Measure</th><th scope="col">What is counted</th><th scope="col">Baseline</th><th scope="col">Latest</th><th scope="col">Target</th><th scope="col">Distance from target</th><th scope="col">Where it goes</th></tr></thead><tbody>${measures.map(row)}</tbody></table></div>`;
}

function evidenceList(ref: string, { content, included }: PackOutcome): Html {
  const items = content.evidence.filter((item) => item.recommendationRefs.includes(ref));
  if (items.length === 0) return raw('<p>No evidence yet.</p>');
  const paths = new Map(included.map((item) => [item.ref, item.entry.name]));
  return h`<ul>${items.map((item) => evidenceItem(item, paths.get(item.ref), ref))}</ul>`;
}

function evidenceItem(item: PackEvidence, path: string | undefined, ref: string): Html {
  const name = `${item.ref} ${item.title}`;
  const link = path
    ? h`<a href="${path.split('/').map(encodeURIComponent).join('/')}">${name}</a>`
    : h`${name} (left out, see the end of this page)`;
  const [home, ...others] = item.recommendationRefs;
  const also =
    home !== ref
      ? ` Kept in the folder of ${home ?? ''}.`
      : others.length > 0
        ? ` Also serves ${listWords(others)}.`
        : '';
  const apart = path && isInAppendix(path) ? ` OFFICIAL-SENSITIVE: in the separable appendix.` : '';
  return h`<li>${link}. ${EVIDENCE_KIND_LABELS[item.kind]}, ${sizeWords(item.size)}. ${item.shows} Covers: ${periodWords(item.periodFrom, item.periodTo)}. ${item.verification || EVIDENCE_STATE_LABELS[item.state]}.${apart}${also}</li>`;
}

function leftOutSection({ omissions }: PackOutcome): Html {
  const body =
    omissions.length === 0
      ? raw('<p>Nothing was left out.</p>')
      : h`<ul>${omissions.map((omission) => h`<li>${omission.ref} ${omission.title}: ${omission.reason}</li>`)}</ul>`;
  return h`<section aria-labelledby="left-out"><h2 id="left-out">What was left out, and why</h2>${body}</section>`;
}
