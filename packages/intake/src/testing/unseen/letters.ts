import { findings } from './phrases.ts';
import type { Making } from './report-parts.ts';

const BODY = 12;
const OFFICE = ['Ofsted', 'Agora', '6 Cumberland Place', 'Nottingham', 'NG1 6HJ'];
const REACH = ['T 0300 123 1231', 'Textphone 0161 618 8524', 'enquiries@ofsted.example'];

/** A letter to a director: addresses, the day, whom it is for, and what the visit looked at. */
export function setLetter(made: Making): void {
  const { truth, sheet, pick } = made;
  addresses(made);
  const kind = truth.kind === 'MONITORING_VISIT' ? 'Monitoring' : 'Focused';
  const subject = pick.pick([
    `${kind} visit to ${truth.authorityPrinted} children’s services`,
    `${kind} visit of ${truth.authorityPrinted} local authority children’s services`,
  ]);
  sheet.text('Dear Director', { size: BODY });
  sheet.space(12);
  sheet.text(subject, { size: BODY, bold: true });
  const visit = `${kind.toLowerCase()} visit to ${truth.authority} children’s services`;
  const judged =
    truth.kind === 'MONITORING_VISIT'
      ? ' This was the third monitoring visit since the local authority was judged inadequate in March 2016.'
      : '';
  paragraph(
    made,
    `This letter summarises the findings of the ${visit} on ${truth.dates.text}.${judged} The inspectors were ${truth.leadInspector} and Holder Nine.`,
  );
  paragraph(
    made,
    'Inspectors looked at the local authority’s arrangements for children who need help and protection.',
  );
  headed(made, pick.pick(['Headline findings', 'Overview']), 2);
}

/** A joint inspection: a letter to all partners in its early years, a report later on. */
export function setJoint(made: Making): void {
  const { truth, sheet } = made;
  const what = `Joint targeted area inspection of the multi-agency response to abuse and neglect in ${truth.authority}`;
  if (truth.layout === 'JTAI_2023') {
    sheet.space(30);
    sheet.text(`Joint targeted area inspection of ${truth.authority}`, { size: 24, bold: true });
    sheet.space(14);
    sheet.text(`Inspection dates: ${truth.dates.text}`, { size: BODY, bold: true });
    sheet.text(`Lead inspector: ${truth.leadInspector}`, { size: BODY, bold: true });
    headed(made, 'Headline findings', 3);
    return;
  }
  addresses(made);
  sheet.text('Dear local partnership', { size: BODY });
  sheet.space(12);
  sheet.text(what, { size: BODY, bold: true });
  paragraph(
    made,
    `Between ${truth.dates.text}, Ofsted and the Care Quality Commission undertook a joint inspection of the response to abuse and neglect in ${truth.authority}.`,
  );
  headed(made, 'Key strengths', 2);
}

function addresses({ truth, sheet }: Making): void {
  sheet.beside(OFFICE, REACH);
  sheet.space(40);
  const month = truth.dates.end.slice(5, 7) === '12' ? '31 December' : '28 December';
  sheet.text(`${month} ${truth.dates.end.slice(0, 4)}`, { size: BODY });
  sheet.space(12);
  for (const line of ['The Director of Children’s Services', truth.authorityPrinted, 'The Town Hall'])
    sheet.text(line, { size: BODY });
  sheet.space(16);
}

function paragraph({ sheet }: Making, words: string): void {
  sheet.space(12);
  sheet.text(words, { size: BODY });
}

function headed(made: Making, words: string, paragraphs: number): void {
  made.sheet.space(14);
  made.sheet.text(words, { size: BODY, bold: true });
  for (let at = 0; at < paragraphs; at += 1) paragraph(made, findings(made.pick));
}
