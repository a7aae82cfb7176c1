import type { ReportDraft, ReportItem } from '@gt/contracts/words';

/**
 * A draft as the command prints it: the report's facts and items in the shape of a careful reader's notes
 * (keys that do not apply to an item are left out), with page and paragraph anchors beside them.
 */
export function reportJson(draft: ReportDraft): Record<string, unknown> {
  const textOf = new Map(draft.paragraphs.map(({ number, text }) => [number, text]));
  return {
    authority: draft.authority,
    inspection_date: draft.inspectionDateText,
    start_date: draft.startDate,
    end_date: draft.endDate,
    published: draft.publicationDate,
    lead_inspector: draft.leadInspector,
    kind: draft.kind,
    inspection_type: draft.inspectionType,
    letter_date: draft.letterDate,
    urn: draft.urn,
    report_format: draft.reportFormat,
    framework: draft.frameworkKey,
    authority_as_printed: draft.authorityPrinted,
    pages: draft.pageCount,
    grades: Object.fromEntries(draft.grades.map((grade) => [grade.area, grade.gradeText])),
    what_needs_to_improve: draft.items.map((item) => item.text),
    items: draft.items.map(itemJson),
    anchors: {
      grades: Object.fromEntries(draft.grades.map((grade) => [grade.area, { page: grade.page }])),
      heading: draft.improvementHeading,
      items: draft.items.map((item) => ({
        ref: item.ref,
        page: item.page,
        priority_action: item.isPriority,
        framework_refs: item.nationalFrameworkRefs,
        paragraphs: item.bearing.map((bearing) => ({
          number: bearing.paragraph,
          page: bearing.page,
          text: textOf.get(bearing.paragraph) ?? '',
          shared_words: bearing.sharedWords,
        })),
      })),
    },
    paragraphs: draft.paragraphs,
    warnings: draft.warnings,
  };
}

function itemJson(item: ReportItem): Record<string, unknown> {
  return {
    ref: item.ref,
    text: item.text,
    ...(item.leadIn === null ? {} : { lead_in: item.leadIn, sub_items: item.subItems }),
    ...(item.nationalFrameworkRefs.length === 0
      ? {}
      : {
          text_without_framework_ref: item.textWithoutFrameworkRef,
          national_framework_refs: item.nationalFrameworkRefs,
        }),
  };
}
