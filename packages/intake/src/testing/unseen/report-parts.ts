import type { Chance } from './chance.ts';
import type { Manner, Truth } from './made-report.ts';
import type { Paper } from './paper.ts';
import { findings } from './phrases.ts';

/** Everything at hand while one report is made. */
export type Making = { pick: Chance; truth: Truth; manner: Manner; sheet: Paper };

const BODY = 12;
const AREA_WORDS: Record<string, string> = {
  impact_of_leaders: 'The impact of leaders on social work practice with children and families',
  help_and_protection: 'The experiences and progress of children who need help and protection',
  children_in_care_and_care_leavers: 'The experiences and progress of children in care and care leavers',
  children_in_care: 'The experiences and progress of children in care',
  care_leavers: 'The experiences and progress of care leavers',
  overall_effectiveness: 'Overall effectiveness',
};
const SIF_WORDS: Record<string, string> = {
  help_and_protection: '1. Children who need help and protection',
  looked_after_and_permanence: '2. Children looked after and achieving permanence',
  adoption_performance: '2.1 Adoption performance',
  care_leavers: '2.2 Experiences and progress of care leavers',
  leadership_management_governance: '3. Leadership, management and governance',
};

export function setTitle(made: Making): void {
  const { truth, sheet } = made;
  sheet.space(30);
  if (truth.kind === 'SIF') {
    setSifTitle(made);
    return;
  }
  if (truth.layout === 'ILACS_2018') {
    sheet.text(truth.authorityPrinted, { size: 26 });
    sheet.text('Inspection of children’s social care services', { size: 16, bold: true });
  } else
    sheet.text(`Inspection of ${truth.authorityPrinted} local authority children’s services`, { size: 26 });
  sheet.space(14);
  sheet.text(`Inspection dates: ${truth.dates.text}`, { size: BODY, bold: true });
  sheet.space(8);
  const [name = '', office] = truth.leadInspector.split(/(?<=,) /u);
  sheet.text(`Lead inspector: ${office ? truth.leadInspector : name}`, { size: BODY, bold: true });
  if (!office) sheet.text('Her Majesty’s Inspector', { size: BODY, bold: true, indent: 104 });
  sheet.space(20);
  sheet.tableHead('Judgement', 'Grade');
  for (const [area, grade] of truth.grades) row(made, AREA_WORDS[area] ?? area, grade, 0);
  setSummary(made, 3);
}

function setSifTitle(made: Making): void {
  const { truth, sheet } = made;
  const isJoint = truth.layout === 'SIF_JOINT';
  sheet.text(truth.authorityPrinted, { size: 26 });
  const words =
    'Inspection of services for children in need of help and protection, children looked after and care leavers';
  sheet.text(words, { size: 14, bold: true });
  if (isJoint) {
    sheet.text('and', { size: 14, bold: true });
    sheet.text('Review of the effectiveness of the Local Safeguarding Children Board', {
      size: 14,
      bold: true,
    });
  }
  sheet.space(20);
  sheet.text(`${isJoint ? 'Inspection date' : 'Inspection dates'}: ${truth.dates.text}`, { size: 14 });
  const year = truth.publicationDate?.slice(0, 4);
  sheet.text(`Report published: 14 February ${year}`, { size: 14 });
  sheet.space(20);
  const [, overall = 'Good'] = truth.grades[0] ?? [];
  const verb = overall === 'Requires improvement' ? 'require improvement' : `are ${overall.toLowerCase()}`;
  const sentence = isJoint
    ? `The overall judgement is that children’s services ${verb}`
    : `Children’s services in ${truth.authority} ${verb}`;
  sheet.text(sentence, { size: 14, bold: true });
  sheet.space(10);
  for (const [area, grade] of truth.grades.slice(1))
    row(
      made,
      SIF_WORDS[area] ?? area,
      grade,
      area.startsWith('adoption') || area === 'care_leavers' ? 40 : 0,
    );
  setContents(made);
  sheet.newPage();
  sheet.text('Executive summary', { size: 14, bold: true });
  setSummary(made, 5);
}

function setContents({ sheet, manner }: Making): void {
  sheet.newPage();
  sheet.text('Contents', { size: 26 });
  for (const words of [
    'Executive summary',
    manner.heading,
    'The experiences and progress of children who need help and protection',
  ])
    sheet.contentsLine(words);
}

function row({ sheet, manner }: Making, area: string, grade: string, indent: number): void {
  sheet.row(area, grade, { indent, isCentred: manner.tableCentred });
}

function setSummary({ sheet, pick }: Making, count: number): void {
  sheet.space(16);
  for (let at = 0; at < count; at += 1) {
    sheet.space(12);
    sheet.text(findings(pick), { size: BODY });
  }
}

/** The report's own running text: numbered in reports, not in letters. */
export function setParagraphs(made: Making): void {
  const { sheet, truth, pick, manner } = made;
  const isNumbered = truth.kind === 'SIF' || truth.kind === 'ILACS' || truth.layout === 'JTAI_2023';
  let number = truth.kind === 'SIF' ? truth.items.length : 0;
  const sections = isNumbered
    ? Object.values(AREA_WORDS).slice(0, 3)
    : ['Findings and evaluation of progress'];
  for (const section of sections) {
    sheet.space(20);
    sheet.keep(150);
    sheet.text(section, { size: isNumbered ? 14 : BODY, bold: true });
    if (isNumbered) sheet.beginColumns();
    for (let at = pick.between(4, 9); at > 0; at -= 1) {
      number += 1;
      sheet.space(12);
      const isBullet = truth.layout.endsWith('2018') && !isNumbered;
      const mark = isNumbered ? { text: `${number}.`, x: 0 } : isBullet ? { text: '•', x: 0 } : undefined;
      sheet.text(findings(pick), { size: BODY, indent: mark ? 28 : 0 }, mark);
    }
    sheet.endColumns();
  }
  if (manner.breaks !== 'none') setWords(made);
  if (truth.layout === 'SIF_JOINT') setBoard(made);
  if (truth.kind === 'SIF') {
    sheet.space(20);
    sheet.text('Information about this inspection', { size: 14, bold: true });
    sheet.text(`Lead inspector: ${truth.leadInspector}`, { size: BODY });
  } else if (truth.kind !== 'ILACS' && truth.layout !== 'JTAI_2023') sign(made);
}

/** Somewhere a report that breaks its words also writes them whole. */
function setWords({ sheet, truth }: Making): void {
  sheet.space(12);
  for (const { text } of truth.items)
    for (const word of new Set(text.match(/\p{Ll}{8,}/gu))) sheet.text(`${word},`, { size: BODY });
}

/** A joint report also lists what the board must do, which is not the authority's. */
function setBoard({ sheet }: Making): void {
  sheet.newPage();
  sheet.text('The Local Safeguarding Children Board (LSCB)', { size: 16, bold: true });
  sheet.space(10);
  sheet.text('What does the LSCB need to improve?', { size: 14, bold: true });
  sheet.space(10);
  sheet.text('Areas for improvement', { size: BODY, bold: true });
  for (const [index, words] of [
    'Monitor the threshold document.',
    'Publish an annual report in time.',
  ].entries()) {
    sheet.space(8);
    sheet.text(words, { size: BODY, indent: 28 }, { text: `${index + 1}.`, x: 0 });
  }
}

function sign({ sheet, truth }: Making): void {
  sheet.space(30);
  sheet.keep(190);
  sheet.text('Yours sincerely', { size: BODY });
  sheet.space(30);
  sheet.text(truth.leadInspector, { size: BODY });
  sheet.text(`${truth.dates.start < '2022-09-09' ? 'Her' : 'His'} Majesty’s Inspector`, {
    size: BODY,
    bold: true,
  });
}

/** Page numbers, running words, footnotes: what stands on a page and is no part of the report's words. */
export function setFurniture({ sheet, truth, manner }: Making): void {
  const title = `Inspection of ${truth.authorityPrinted} local authority children’s services`;
  sheet.furnish({
    pageNumberSize: manner.footers ? 10 : 16,
    foot: manner.footers ? [title, truth.dates.text] : null,
    runningHead: manner.runningHead,
    footnote: manner.footnote ? 'Names and figures in this report are made up.' : null,
  });
}
