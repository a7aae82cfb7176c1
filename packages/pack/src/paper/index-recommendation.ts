import {
  DELIVERY_STATUS_LABELS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_STATE_LABELS,
  type KnotState,
  PACK_SCREENING_LABELS,
  type PackAction,
  type PackEvidence,
  type PackMeasure,
  type PackRecommendation,
} from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import type { PackOutcome } from '../pack-outcome.ts';
import { isInAppendix, linkTo } from './evidence-paths.ts';
import { type Html, h, raw, wideTable } from './html.ts';
import { ragMark } from './index-overview.ts';
import { measureSvg } from './measure-svg.ts';
import { ragHistory } from './rag-history.ts';
import { changesOf, evidenceOf, nextStepsOf } from './what-changed.ts';
import { dateWords, periodWords, revisionWords, sizeWords, sourceWords } from './words.ts';

/** The knots of the thread in words, for those who do not see it drawn. */
export const KNOT_STATE_WORDS: Record<KnotState, string> = {
  WHOLE: 'whole',
  PARTIAL: 'in part',
  MISSING: 'missing',
};

/** One recommendation, from what the report said to who signed it off. */
export function recommendationSection(number: string, item: PackRecommendation, outcome: PackOutcome): Html {
  const { ref, title, quote, lead, rag, missing } = item;
  const facts: [string, Html][] = [
    ...(item.category ? [['Kind', h`${item.category}`] as [string, Html]] : []),
    ...(item.inspection ? [['From', h`${item.inspection}`] as [string, Html]] : []),
    ['Status', h`${item.status}`],
    ['Declared', h`${ragMark(rag.declared)} ${rag.declaredReason}`],
    ['Calculated by rule', h`${ragMark(rag.calculated)} ${rag.calculatedReason}`],
    ['Accountable lead', h`${lead === '' ? 'Nobody yet' : lead}`],
  ];
  return h`<section id="${ref}" aria-labelledby="${ref}-h"><h3 id="${ref}-h">${number} ${ref} ${title}</h3>
<blockquote>${quote}</blockquote><p class="source">${sourceWords(item)}. ${item.lineage}</p>
${thread(item)}
<dl class="facts">${facts.map(([name, value]) => h`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<h4>What good looks like</h4><p class="words">${item.goodLooksLike || 'Not agreed yet.'}</p><p class="words"><strong>Closure test:</strong> ${item.closureTest || 'not agreed yet.'}</p>
${item.response ? h`<h4>Management response</h4><p class="words">${item.response}</p>` : raw('')}<h4>Actions</h4>${actionTable(ref, item.actions)}${alsoAnswered(item)}
<h4>Measures</h4>${measures(item)}
<h4>What changed for children</h4>${changes(item, outcome)}
<h4>Evidence</h4>${evidenceList(ref, outcome, evidenceOf(item, outcome.content))}
<h4>What remains, and next steps</h4>${lines(missing, 'Nothing is missing.')}${lines(nextStepsOf(item), '')}
<h4>Sign-off</h4>${signOff(item)}</section>
`;
}

function thread({ thread: { said, done, proved, changed } }: PackRecommendation): Html {
  const knots = [
    ['Said', said],
    ['Done', done],
    ['Proved', proved],
    ['Changed', changed],
  ] as const;
  return h`<h4>The thread</h4><ol class="thread">${knots.map(([name, knot]) => h`<li class="${knot.state.toLowerCase()}"><strong>${name}</strong> <span class="plain">(${KNOT_STATE_WORDS[knot.state]})</span>: ${knot.words}</li>`)}</ol>`;
}

function lines(items: readonly string[], none: string): Html {
  if (items.length > 0) return h`<ul>${items.map((item) => h`<li>${item}</li>`)}</ul>`;
  return none === '' ? raw('') : h`<p>${none}</p>`;
}

function actionTable(ref: string, actions: PackAction[]): Html {
  if (actions.length === 0) return raw('<p>No action yet.</p>');
  const headers = ['Ref', 'Action', 'Team and owner', 'Due', 'Status', 'RAG history', 'What happened last'];
  return h`${wideTable(`Actions of ${ref}`, headers, actions.map(actionRow))}${moves(actions)}`;
}

/** Actions that stand elsewhere and answer it as well: their history stands where they stand. */
function alsoAnswered({ ref, alsoAnsweredBy = [] }: PackRecommendation): Html {
  if (alsoAnsweredBy.length === 0) return raw('');
  const rows = alsoAnsweredBy.map((action) => [
    h`${action.ref}`,
    h`${action.title}`,
    h`${action.team}<br>${action.owner || 'No owner'}`,
    h`${dateWords(action.dueOn)}`,
    h`${DELIVERY_STATUS_LABELS[action.status]}<br>${ragMark(action.rag)}`,
  ]);
  const headers = ['Ref', 'Action', 'Team and owner', 'Due', 'Status'];
  return h`<p><strong>Also answered by</strong></p>${wideTable(`Actions that also answer ${ref}`, headers, rows)}`;
}

/** Every move of a due date, who agreed it and why: too many words for a cell. */
function moves(actions: readonly PackAction[]): Html {
  const items = actions.flatMap(({ ref, revisions }) =>
    revisions.map((revision) => h`<li><strong>${ref}</strong>: ${revisionWords(revision)}</li>`),
  );
  return items.length === 0 ? raw('') : h`<p><strong>Dates that were moved</strong></p><ul>${items}</ul>`;
}

function actionRow(action: PackAction): Html[] {
  const latest = action.updates[0];
  const { originalDueOn, dueOn } = action;
  const original =
    originalDueOn && originalDueOn !== dueOn ? h`<br>Original: ${dateWords(originalDueOn)}` : raw('');
  return [
    h`${action.ref}`,
    h`${action.title}`,
    h`${action.team}<br>${action.owner || 'No owner'}`,
    h`${dateWords(dueOn)}${original}`,
    h`${DELIVERY_STATUS_LABELS[action.status]}<br>${ragMark(action.rag.declared)}`,
    ragStrip(action),
    h`${latest ? `${dateWords(latest.on)}: ${latest.happened}` : 'No update'}`,
  ];
}

/** Letter, colour and day of each stretch; the word for those who hear it. */
function ragStrip(action: PackAction): Html {
  const { stretches, earlier } = ragHistory(action);
  if (stretches.length === 0) return raw('No colour declared yet');
  const items = stretches.map(
    ({ rag, letter, word, from }) =>
      h`<li class="rag-${rag.toLowerCase()}"><abbr title="${word}">${letter}</abbr> from ${from}</li>`,
  );
  return h`${earlier > 0 ? h`${earlier} earlier` : raw('')}<ol class="strip">${items}</ol>`;
}

function measures({ ref, measures: all }: PackRecommendation): Html {
  if (all.length === 0) return raw('<p>No measure yet.</p>');
  const headers = [
    'Measure',
    'Over time',
    'Baseline',
    'Latest',
    'Target',
    'Distance from target',
    'Where it goes',
  ];
  return wideTable(`Measures of ${ref}`, headers, all.map(measureRow));
}

function measureRow(m: PackMeasure): Html[] {
  const drawing = measureSvg(m);
  const figures = m.figures.length;
  return [
    h`${m.ref} ${m.title}<br><span class="plain">${m.definition}</span>`,
    drawing === ''
      ? raw('Too few figures to draw')
      : h`<span aria-hidden="true">${raw(drawing)}</span><br>${figures} figures; the broken line is the target`,
    h`${m.baseline || 'Not set'}`,
    h`${m.latest || 'No figure yet'}`,
    h`${m.target || 'Not set'}`,
    h`${m.distance}.`,
    h`${m.movement}. ${m.movementReason}.${m.late === '' ? '' : ` Late: ${m.late}.`}`,
  ];
}

function changes(item: PackRecommendation, outcome: PackOutcome): Html {
  const { changes: found, more } = changesOf(item, outcome);
  if (found.length === 0) return raw('<p>Nothing is on record yet.</p>');
  const rest = more > 0 ? h`<p>${more} more in actions.xlsx.</p>` : raw('');
  return h`<ul>${found.map(({ source, words }) => h`<li><strong>${source}</strong>: ${words}</li>`)}</ul>${rest}`;
}

function evidenceList(ref: string, { included }: PackOutcome, items: readonly PackEvidence[]): Html {
  if (items.length === 0) return raw('<p>No evidence in this pack.</p>');
  const paths = new Map(included.map((item) => [item.ref, item.entry.name]));
  return h`<ul class="evidence">${items.map((item) => evidenceItem(item, paths.get(item.ref), ref))}</ul>`;
}

function evidenceItem(item: PackEvidence, path: string | undefined, ref: string): Html {
  const name = `${item.ref} ${item.title}`;
  const link = path
    ? h`<a href="${linkTo(path)}">${name}</a>`
    : h`${name} (left out, see the end of this page)`;
  const [home, ...others] = item.recommendationRefs;
  const also =
    home !== ref
      ? `Kept in the folder of ${home ?? ''}`
      : others.length > 0
        ? `Also serves ${listWords(others)}`
        : '';
  const facts = [
    `Covers: ${periodWords(item.periodFrom, item.periodTo)}`,
    item.verification || EVIDENCE_STATE_LABELS[item.state],
    `Screening: ${PACK_SCREENING_LABELS[item.screening].toLowerCase()}`,
    item.warning.replace(/\.$/, ''),
    path && isInAppendix(path) ? 'OFFICIAL-SENSITIVE: in the separable appendix' : '',
    also,
  ].filter((fact) => fact !== '');
  return h`<li><p>${link} <span class="plain">${EVIDENCE_KIND_LABELS[item.kind]}, ${sizeWords(item.size)}</span></p><p class="words">${item.shows}</p><p class="plain">${facts.join('. ')}.</p></li>`;
}

function signOff({ signOff: closed }: PackRecommendation): Html {
  if (closed === null) return raw('<p>Not closed.</p>');
  const answers = closed.answers.map(({ question, answer }) => h`<dt>${question}</dt><dd>${answer}</dd>`);
  return h`<p>Closed on ${dateWords(closed.on)} by ${closed.by}.</p><dl>${answers}</dl>${lines(closed.checks, '')}`;
}
