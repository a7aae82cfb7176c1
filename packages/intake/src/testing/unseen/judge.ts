import type { ReportDraft } from '@gt/contracts/words';
import { readReportBytes } from '../../report/read-report-bytes.ts';
import type { MadeReport, Truth } from './made-report.ts';

export type Judged = {
  reports: number;
  items: number;
  /** Items word for word, as a share of those there are. */
  verbatim: number;
  /** Items that no report holds, as a share of those proposed. */
  invented: number;
  /** Grades right, as a share of those printed. */
  grades: number;
  /** Reports whose dates, council, inspector and kind are all right. */
  facts: number;
  slowestMs: number;
  /** One line for each thing that is wrong. */
  wrong: string[];
};

/** Reads each report as any upload is read, and holds what was read against its truth. */
export async function judgeReports(made: Iterable<MadeReport>): Promise<Judged> {
  const sum = {
    reports: 0,
    items: 0,
    verbatim: 0,
    proposed: 0,
    invented: 0,
    printed: 0,
    grades: 0,
    facts: 0,
    slowest: 0,
  };
  const wrong: string[] = [];
  for (const { name, truth, file } of made) {
    sum.reports += 1;
    sum.items += truth.items.length;
    sum.printed += truth.grades.length;
    const from = performance.now();
    const read = await readReportBytes(file);
    sum.slowest = Math.max(sum.slowest, performance.now() - from);
    if (!read.ok) {
      wrong.push(`${name}: ${read.message}`);
      continue;
    }
    const { draft } = read;
    const left = truth.items.map(({ text, isPriority }) => `${isPriority} ${text}`);
    sum.proposed += draft.items.length;
    for (const { text, isPriority } of draft.items) {
      const at = left.indexOf(`${isPriority} ${text}`);
      if (at >= 0) left.splice(at, 1);
      else {
        sum.invented += 1;
        wrong.push(`${name}: not in the report: ${text}`);
      }
    }
    sum.verbatim += truth.items.length - left.length;
    wrong.push(...left.map((text) => `${name}: missed: ${text}`));
    const grades = draft.grades.map(({ area, gradeText }) => `${area} ${gradeText}`);
    const right = truth.grades.filter((grade) => grades.includes(grade.join(' '))).length;
    sum.grades += right;
    if (right < truth.grades.length || grades.length > truth.grades.length)
      wrong.push(`${name}: grades: ${grades.join('; ')}`);
    const pairs = factsOf(truth, draft);
    const off = pairs.filter(([, found, expected]) => found !== expected);
    wrong.push(...off.map(([fact, found, expected]) => `${name}: ${fact}: ${found} for ${expected}`));
    if (off.length === 0) sum.facts += 1;
  }
  return {
    reports: sum.reports,
    items: sum.items,
    verbatim: sum.verbatim / Math.max(1, sum.items),
    invented: sum.invented / Math.max(1, sum.proposed),
    grades: sum.grades / Math.max(1, sum.printed),
    facts: sum.facts / Math.max(1, sum.reports),
    slowestMs: sum.slowest,
    wrong,
  };
}

type Fact = [name: string, found: string | null, expected: string | null];

function factsOf(truth: Truth, draft: ReportDraft): Fact[] {
  return [
    ['start', draft.startDate, truth.dates.start],
    ['end', draft.endDate, truth.dates.end],
    ['dates as printed', draft.inspectionDateText, truth.dates.text],
    ['council', draft.authority, truth.authority],
    ['lead inspector', draft.leadInspector, truth.leadInspector],
    ['published', draft.publicationDate, truth.publicationDate],
    ['kind', draft.kind, truth.kind],
  ];
}
