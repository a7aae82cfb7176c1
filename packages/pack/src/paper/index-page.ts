import type { PackOutcome } from '../pack-outcome.ts';
import { countWords, partialWords } from '../pack-outcome.ts';
import { appendixWords } from './evidence-paths.ts';
import { type Html, h, raw } from './html.ts';
import { recommendationSection } from './index-recommendation.ts';
import { INDEX_STYLE } from './index-style.ts';
import { type AreaSection, packOrder } from './pack-order.ts';
import { instantWords } from './words.ts';

/**
 * index.html: the same as the summary, in the same order and with the same numbers, with a link to every evidence
 * file. It opens from a folder, without a network and without a script.
 */
export function indexPage(outcome: PackOutcome): string {
  const { content } = outcome;
  const title = `Evidence pack: ${content.planTitle}`;
  const marking =
    content.marking === '' ? raw('') : h`<p class="marking">${content.marking.toUpperCase()}</p>`;
  const order = packOrder(content);
  const by = content.generatedBy === '' ? '' : ` by ${content.generatedBy}`;
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
<p>${content.council}${content.trust ? `, delivered by ${content.trust}` : ''}. ${content.scope}. Made on ${instantWords(content.generatedAt)}${by}. ${content.asAt}</p>
${partialNote(outcome)}${content.coverNote === '' ? raw('') : h`<p class="note">${content.coverNote}</p>`}
<p>${countWords(outcome)} ${appendixWords(outcome.included)}</p>
<p><a href="summary.pdf">Summary (PDF)</a> · <a href="actions.xlsx">Actions (workbook)</a> · <a href="evidence.csv">Evidence (CSV)</a> · <a href="measures.csv">Measures (CSV)</a> · <a href="OMISSIONS.csv">What was left out (CSV)</a> · <a href="READ%20ME.txt">How to check this pack</a></p></header>
${areaNavigation(order)}
<main id="main">
${order.map((section) => areaSection(section, outcome))}
${leftOutSection(outcome)}
</main>
<footer><p>Audit checkpoint: entry ${content.audit.sequence}, <code>${content.audit.hash}</code>. Pack ${content.packId}.</p>${marking}</footer>
</body>
</html>
`.html;
}

function partialNote({ omissions }: PackOutcome): Html {
  const words = partialWords(omissions);
  return words === '' ? raw('') : h`<p class="partial-note"><strong>${words}</strong></p>`;
}

function areaNavigation(order: AreaSection[]): Html {
  const group = ({ number, area, recommendations, also }: AreaSection) => {
    const links = [...recommendations, ...also].map(
      ({ number: at, item }) => h`<li><a href="#${item.ref}">${at} ${item.ref} ${item.title}</a></li>`,
    );
    return h`<h3>${number} ${area}</h3><ul>${links}</ul>`;
  };
  return h`<nav aria-labelledby="areas"><h2 id="areas">By judgement area</h2>${order.map(group)}<p><a href="#left-out">What was left out, and why</a></p></nav>`;
}

function areaSection({ number, area, recommendations, also }: AreaSection, outcome: PackOutcome): Html {
  const elsewhere = also.map(
    ({ number: at, item }) => h`<p>See also <a href="#${item.ref}">${at} ${item.ref} ${item.title}</a>.</p>`,
  );
  return h`<h2 class="area">${number} ${area}</h2>${elsewhere}
${recommendations.map(({ number: at, item }) => recommendationSection(at, item, outcome))}`;
}

function leftOutSection({ omissions }: PackOutcome): Html {
  const body =
    omissions.length === 0
      ? raw('<p>Nothing was left out.</p>')
      : h`<ul>${omissions.map((omission) => h`<li>${omission.ref} ${omission.title}: ${omission.reason}</li>`)}</ul>`;
  return h`<section aria-labelledby="left-out"><h2 id="left-out">What was left out, and why</h2>${body}</section>`;
}
