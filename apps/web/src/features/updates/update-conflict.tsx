import { RAG_LABELS, type Rag } from '@gt/contracts/words';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { percentOf } from './update-fields.ts';
import type { UpdateForm } from './use-update-form.ts';

const COMPARED = [
  { name: 'rag', label: 'RAG', show: (value: unknown) => RAG_LABELS[value as Rag] ?? '' },
  { name: 'percentComplete', label: 'Percent complete', show: (value: unknown) => `${value}%` },
];

/** Somebody else changed the action meanwhile: which rating and percent are to stand beside the words. */
export function UpdateConflict({ update }: { update: UpdateForm }) {
  const { form, values, begun } = update;
  if (!form.conflict) return null;
  const { declaredRag, percentComplete } = form.conflict.values;
  return (
    <ConflictChoice
      conflict={{ ...form.conflict, values: { rag: declaredRag, percentComplete } }}
      fields={COMPARED}
      mine={{ rag: values.rag, percentComplete: percentOf(values) }}
      base={{ rag: begun.rag, percentComplete: percentOf(begun) }}
      submitLabel="Post my update as well"
      busy={update.isBusy}
      onBack={form.leaveConflict}
      onSubmit={(chosen) => void update.sendChosen(chosen)}
    />
  );
}
