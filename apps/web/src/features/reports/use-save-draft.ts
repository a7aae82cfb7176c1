import { useMutation } from '@tanstack/react-query';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { refreshReports, saveMutation } from './queries.ts';
import { type ReportEdits, saveInput, withEdits } from './report-edits.ts';
import { headingProblem } from './section-editor.tsx';
import type { Editing } from './use-report-edits.ts';
import { wordsProblem } from './words-editor.tsx';

/** What stops a draft from being saved, by the id of the field. */
function problemsOf({ paper }: Pick<Editing, 'paper'>): { field: string; message: string }[] {
  const { title, content } = paper;
  const found = title.trim() === '' ? [{ field: 'title', message: 'Enter a title' }] : [];
  for (const { key, heading, blocks } of content.sections) {
    const message = headingProblem(heading);
    if (message) found.push({ field: `heading-${key}`, message });
    for (const block of blocks) {
      const problem = block.kind === 'WORDS' ? wordsProblem(block.text) : undefined;
      if (problem) found.push({ field: `words-${block.key}`, message: `${heading}: ${problem}` });
    }
  }
  return found;
}

/** Saves a draft at the version its edits were begun on; what somebody else saved first is shown beside it. */
export function useSaveDraft(editing: Editing) {
  const form = useWriteForm();
  const mutation = useMutation(saveMutation());

  const send = async (edits: ReportEdits, version: number): Promise<number | null> => {
    const { report } = editing;
    let written: number | null = null;
    const isSaved = await form.send(async () => {
      const input = saveInput(withEdits(report, edits));
      const answer = await mutation.mutateAsync({ reportId: report.id, version, ...input });
      written = answer.version;
    });
    await refreshReports();
    if (!isSaved || written === null) return null;
    editing.saved(edits, written);
    return written;
  };
  /** The version that was saved; null when it could not be, and the form says why. */
  const save = async (): Promise<number | null> =>
    form.passes(problemsOf(editing)) ? send(editing.edits, editing.version) : null;
  /** From the button: says so when it is done. */
  const saveAndSay = async () => {
    if ((await save()) !== null) toast('Draft saved.');
  };
  return { form, save, saveAndSay, send, isSaving: mutation.isPending };
}
