import type { PackContent, PackOmission, PackRecommendation } from '@gt/contracts/words';
import { OMISSION_LABELS } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { countWords, type PackOutcome } from '../pack-outcome.ts';
import { appendixWords } from './evidence-paths.ts';
import { type Html, h, raw, wideTable } from './html.ts';
import type { AreaSection } from './pack-order.ts';
import { clockRows, headline, inspectionFacts, wholeKnots } from './standing.ts';
import { ragWords } from './words.ts';

/** What a reader asks first: how much is missing, where each recommendation stands, and what was inspected. */
export function overview(outcome: PackOutcome, order: readonly AreaSection[]): Html {
  const { content, included } = outcome;
  return h`<div class="standing"><p class="headline">${headline(content.recommendations)}</p>
<p>${countWords(outcome)} ${appendixWords(included)}</p></div>
<h2 id="stands">Where each recommendation stands</h2>
${whereEachStands(order)}
<h2 id="inspection">The inspection</h2>
${inspection(content)}`;
}

function whereEachStands(order: readonly AreaSection[]): Html {
  const rows = order.flatMap(({ recommendations }) =>
    recommendations.map(({ number, item }) => [
      h`${number} ${item.ref}`,
      h`<a href="#${item.ref}">${item.title}</a><br><span class="plain">${item.status}</span>`,
      h`${wholeKnots(item)}`,
      ragCell(item),
      stillMissing(item),
    ]),
  );
  if (rows.length === 0) return raw('<p>There is no recommendation in this pack.</p>');
  const headers = ['Ref', 'Recommendation', 'Thread', 'RAG', 'Still missing for closure'];
  return wideTable('Where each recommendation stands', headers, rows);
}

function ragCell({ rag: { declared, calculated } }: PackRecommendation): Html {
  const differs = declared !== 'NONE' && calculated !== 'NONE' && declared !== calculated;
  return h`${ragMark(declared)}${differs ? h`<br>Calculated: ${ragMark(calculated)}` : raw('')}`;
}

/** Letter and word on the colour. */
export function ragMark(rag: PackRecommendation['rag']['declared']): Html {
  return h`<span class="rag rag-${rag.toLowerCase()}">${ragWords(rag)}</span>`;
}

function stillMissing({ missing }: PackRecommendation): Html {
  return missing.length === 0
    ? raw('Nothing')
    : h`<ul class="tight">${missing.map((item) => h`<li>${item}</li>`)}</ul>`;
}

function inspection(content: PackContent): Html {
  const facts = [
    ...inspectionFacts(content),
    ...content.inspection.judgements.map(({ area, grade }) => [area, grade] as const),
  ];
  const clocks = clockRows(content).map((row) => row.map((cell) => h`${cell}`));
  return h`<dl class="facts">${facts.map(([name, value]) => h`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${clocks.length === 0 ? raw('') : wideTable('Statutory dates', ['Duty', 'Due', 'Submitted', 'Where it stands'], clocks)}`;
}

/** The way to each area, each recommendation, and the files beside this page. */
export function navigation(order: readonly AreaSection[]): Html {
  const group = ({ number, area, recommendations, also }: AreaSection) => {
    const links = [...recommendations, ...also].map(
      ({ number: at, item }) => h`<li><a href="#${item.ref}">${at} ${item.ref} ${item.title}</a></li>`,
    );
    return h`<h3>${number} ${area}</h3><ul>${links}</ul>`;
  };
  return h`<nav aria-labelledby="areas"><h2 id="areas">By judgement area</h2>${order.map(group)}<p><a href="#left-out">What was left out, and why</a></p></nav>`;
}

/** What is not here, gathered by the reason. */
export function leftOutSection({ omissions }: PackOutcome): Html {
  const groups = [...Map.groupBy(omissions, ({ code }) => code)].map(
    ([code, items]) =>
      h`<h3>${OMISSION_LABELS[code]} <span class="plain">(${countOf(items.length, 'item')})</span></h3><ul>${items.map(omission)}</ul>`,
  );
  const body = groups.length === 0 ? raw('<p>Nothing was left out.</p>') : h`${groups}`;
  return h`<section aria-labelledby="left-out"><h2 id="left-out">What was left out, and why</h2>${body}</section>`;
}

function omission({ ref, title, reason }: PackOmission): Html {
  return h`<li>${ref} ${title}: ${reason}</li>`;
}
