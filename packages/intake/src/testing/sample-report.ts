import { NORTHMOOR } from './northmoor.ts';
import { PageFlow } from './page-flow.ts';
import type { SampleReport } from './sample-report-facts.ts';
import { textWidth, writePdf } from './write-pdf.ts';

const LEFT = 72;
const BODY = 12;
const GRADE_COLUMN = 395;

/** A made-up inspection report as PDF, in the layout of one of the published frameworks. */
export function makeSampleReport(options: Partial<SampleReport> = {}): Uint8Array {
  const report: SampleReport = { ...NORTHMOOR, ...options };
  const flow = new PageFlow();
  titlePage(flow, report);
  improvements(flow, report);
  paragraphs(flow, report);
  imprint(flow);
  addFooters(flow, report);
  return writePdf(flow.pages);
}

/** The default report: a made-up authority, six recommendations in the layout of 2018. */
export function sampleReportPdf(): Uint8Array {
  return makeSampleReport();
}

function titlePage(flow: PageFlow, report: SampleReport): void {
  const isSif = report.layout === 'SIF';
  const title = { x: LEFT, size: 26, width: 440 };
  flow.space(40);
  if (report.layout === 'ILACS_2018' || isSif) {
    flow.paragraph(report.authority, title);
    const words = isSif
      ? 'Inspection of services for children in need of help and protection, children looked after and care leavers'
      : 'Inspection of children’s social care services';
    flow.paragraph(words, { x: LEFT, size: 16, bold: true });
  } else flow.paragraph(`Inspection of ${report.authority} local authority children’s services`, title);
  flow.space(14);
  const line = (text: string) => {
    flow.paragraph(text, { x: LEFT, size: BODY, bold: !isSif });
    flow.space(8);
  };
  line(`Inspection dates: ${report.startEnd}`);
  if (report.published) line(`Report published: ${report.published}`);
  if (report.urn) line(`URN: ${report.urn}`);
  if (!isSif) line(`Lead inspector: ${report.leadInspector}`);
  if (report.overall) flow.paragraph(report.overall, { x: LEFT, size: 14, bold: true });
  flow.space(20);
  table(flow, report);
  for (const text of report.summary) {
    flow.space(10);
    flow.paragraph(text, { x: LEFT, size: BODY });
  }
}

function table(flow: PageFlow, report: SampleReport): void {
  if (report.layout !== 'SIF') {
    flow.put({ x: LEFT, y: flow.y, size: BODY, bold: true, text: 'Judgement' });
    flow.paragraph('Grade', { x: GRADE_COLUMN, size: BODY, bold: true });
  }
  for (const [area, grade] of report.grades) {
    flow.space(14);
    const top = flow.y;
    flow.paragraph(area, { x: LEFT, size: BODY, width: 280 });
    const bottom = flow.y;
    flow.y = top;
    flow.paragraph(grade, { x: GRADE_COLUMN, size: BODY, width: 130 });
    flow.y = Math.min(flow.y, bottom);
  }
  flow.space(16);
}

function improvements(flow: PageFlow, report: SampleReport): void {
  if (report.heading === null) return;
  flow.newPage();
  const headingWidth = textWidth(report.heading, 14, true);
  if (report.layout === 'ILACS_2026') {
    flow.put({ x: LEFT + headingWidth, y: flow.y + 5, size: 8, bold: true, text: '1' });
    const note = 'The areas for improvement have been cross-referenced with the national framework.';
    flow.put({ x: LEFT, y: 92, size: 6.5, text: '1' });
    flow.put({ x: LEFT + 6, y: 88, size: 9.5, text: note });
  }
  flow.paragraph(report.heading, { x: LEFT, size: 14, bold: true });
  if (report.prose) {
    flow.space(10);
    flow.paragraph(report.prose, { x: LEFT, size: BODY });
  }
  for (const [index, item] of report.items.entries()) {
    flow.space(12);
    const mark = report.layout === 'SIF' ? `${index + 1}.` : '•';
    const x = report.layout === 'SIF' ? LEFT + 36 : LEFT + 16;
    flow.paragraph(typeof item === 'string' ? item : item.leadIn, { x, size: BODY }, { text: mark, x: LEFT });
    if (typeof item === 'string') continue;
    for (const sub of item.subItems)
      flow.paragraph(sub, { x: LEFT + 44, size: BODY }, { text: '–', x: LEFT + 26 });
  }
}

function paragraphs(flow: PageFlow, report: SampleReport): void {
  let number = report.layout === 'SIF' ? report.items.length : 0;
  for (const { section, texts } of report.paragraphs) {
    flow.space(20);
    flow.paragraph(section, { x: LEFT, size: 14, bold: true });
    for (const text of texts) {
      number += 1;
      flow.space(12);
      flow.paragraph(text, { x: LEFT + 36, size: BODY }, { text: `${number}.`, x: LEFT });
    }
  }
  if (report.layout !== 'SIF') return;
  flow.space(20);
  flow.paragraph('Information about this inspection', { x: LEFT, size: 14, bold: true });
  flow.space(12);
  flow.paragraph(`Lead inspector: ${report.leadInspector}`, { x: LEFT, size: BODY });
}

function imprint(flow: PageFlow): void {
  flow.newPage();
  const text =
    'The Office for Standards in Education, Children’s Services and Skills (Ofsted) did not write this report. It is made up, for trying things out.';
  flow.paragraph(text, { x: LEFT, size: 10 });
}

/** Page numbers; from 2022 also two lines of running footer. */
function addFooters(flow: PageFlow, report: SampleReport): void {
  const hasWords = report.layout === 'ILACS_2023' || report.layout === 'ILACS_2026';
  for (const [index, page] of flow.pages.entries()) {
    page.push({ x: 512, y: 30, size: 20, text: String(index + 1) });
    if (!hasWords || index === 0) continue;
    const words = `Inspection of ${report.authority} local authority children’s services`;
    page.push({ x: LEFT, y: 40, size: 8, text: words });
    page.push({ x: LEFT, y: 30, size: 8, text: report.startEnd });
  }
}
