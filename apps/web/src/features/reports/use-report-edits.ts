import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useDraft } from '../../lib/use-draft.ts';
import type { Report } from './queries.ts';
import {
  editNames,
  editsSince,
  type ReportEdits,
  readEdits,
  withEdit,
  withEdits,
  writeEdits,
} from './report-edits.ts';

/** As it is kept: the edits as text, and the version of the paper that they were begun on. */
const UNTOUCHED = { edits: '', version: 0 };

/** What is being edited, handed to the parts of the editor. */
export type Editing = ReturnType<typeof useReportEdits>;

/**
 * The unsaved edits of a draft, kept at every keystroke and restored when the paper is opened again. `paper` is the
 * report with the edits; `version` the one that they were begun on, which is what is sent with them.
 */
export function useReportEdits(report: Report) {
  const draft = useDraft(`report:${report.id}`, { entityType: 'REPORT', entityId: report.id }, UNTOUCHED);
  const edits = useMemo(() => readEdits(draft.values.edits), [draft.values.edits]);
  const paper = useMemo(() => withEdits(report, edits), [report, edits]);
  const isDirty = draft.values.edits !== '';
  const version = draft.values.version || report.version;
  const latest = useRef({ report, edits, version });
  useEffect(() => {
    latest.current = { report, edits, version };
  });

  // The paper that the edits were begun on; unknown when they come from another day and the paper has moved on.
  const base = useRef<Report | null>(null);
  useEffect(() => {
    if (version === report.version) base.current = report;
  }, [version, report]);

  const { set: keep } = draft;
  const replace = useCallback(
    (next: ReportEdits, onVersion: number) => {
      const text = writeEdits(next);
      latest.current = { ...latest.current, edits: next, version: onVersion };
      keep(text === '' ? UNTOUCHED : { edits: text, version: onVersion });
    },
    [keep],
  );
  const set = useCallback(
    (name: string, value: unknown) => {
      const { report: now, edits: before, version: begun } = latest.current;
      replace(withEdit(before, now, name, value), begun);
    },
    [replace],
  );
  /** After a save: what was typed since stays, on the version that was saved. */
  const saved = useCallback(
    (sent: ReportEdits, onVersion: number) => replace(editsSince(latest.current.edits, sent), onVersion),
    [replace],
  );
  /** After another write of one's own, which is no news to oneself. */
  const moveOn = useCallback(
    (from: number, to: number) => {
      const { edits: now, version: begun } = latest.current;
      if (editNames(now).length > 0 && begun === from) replace(now, to);
    },
    [replace],
  );
  return {
    report,
    paper,
    edits,
    version,
    isDirty,
    base,
    restored: draft.restored,
    set,
    replace,
    saved,
    moveOn,
    discard: draft.clear,
  };
}
