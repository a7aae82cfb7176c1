import type { PackOutcome } from '../pack-outcome.ts';
import { partialWords } from '../pack-outcome.ts';
import { type Html, h, raw } from './html.ts';
import { leftOutSection, navigation, overview } from './index-overview.ts';
import { recommendationSection } from './index-recommendation.ts';
import { INDEX_STYLE } from './index-style.ts';
import { type AreaSection, packOrder } from './pack-order.ts';
import { instantWords } from './words.ts';

/** What stands beside this page in the archive. */
const FILES = [
  ['summary.pdf', 'Summary (PDF)', 'the same, to print'],
  ['actions.xlsx', 'Actions (workbook)', 'every action, update and date'],
  ['evidence.csv', 'Evidence (CSV)', 'a row for each item'],
  ['measures.csv', 'Measures (CSV)', 'a row for each figure'],
  ['OMISSIONS.csv', 'What was left out (CSV)', 'and why'],
  ['READ%20ME.txt', 'How to check this pack', 'in plain words'],
] as const;

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
<div class="paper">
<header>${marking}${head(outcome)}</header>
${overview(outcome, order)}
${navigation(order)}
<main id="main">
${order.map((section) => areaSection(section, outcome))}
${leftOutSection(outcome)}
</main>
<footer><p>Audit checkpoint: entry ${content.audit.sequence}, <code>${content.audit.hash}</code>. Pack ${content.packId}.</p>${marking}</footer>
</div>
</body>
</html>
`.html;
}

function head(outcome: PackOutcome): Html {
  const { planTitle, council, trust, scope, generatedAt, generatedBy, asAt, coverNote } = outcome.content;
  const partial = partialWords(outcome.omissions);
  const files = FILES.map(
    ([path, name, holds]) => h`<li><a href="${path}">${name}</a> <span class="plain">${holds}</span></li>`,
  );
  return h`<p class="kind">Evidence pack</p><h1>${planTitle}</h1>
<p class="whose">${council}${trust ? `, delivered by ${trust}` : ''}</p>
<p class="plain">${scope}. Made on ${instantWords(generatedAt)}${generatedBy === '' ? '' : ` by ${generatedBy}`}. ${asAt}</p>
${partial === '' ? raw('') : h`<p class="partial-note"><strong>${partial}</strong></p>`}${coverNote === '' ? raw('') : h`<p class="note">${coverNote}</p>`}
<ul class="files">${files}</ul>`;
}

function areaSection({ number, area, recommendations, also }: AreaSection, outcome: PackOutcome): Html {
  const elsewhere = also.map(
    ({ number: at, item }) => h`<p>See also <a href="#${item.ref}">${at} ${item.ref} ${item.title}</a>.</p>`,
  );
  return h`<h2 class="area">${number} ${area}</h2>${elsewhere}
${recommendations.map(({ number: at, item }) => recommendationSection(at, item, outcome))}`;
}
