import { DialogButtons, ErrorSummary } from '@gt/ui';
import { Stack } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { ConflictChoice } from '../../components/conflict-choice.tsx';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useTeamWrite } from './use-team-write.ts';

type RecordFormProps<T extends Record<string, string>> = {
  initial: T;
  /** Field → what is wrong with it; null when nothing is. */
  validate: { [Field in keyof T]?: (value: T[Field]) => string | null };
  /** The fields that are compared when somebody else saved first. */
  compared: readonly { name: keyof T & string; label: string; show: (value: unknown) => string }[];
  submitLabel: string;
  busy: boolean;
  /** Saves the answers; at a version when they are the choice after a conflict. */
  save: (answers: T, version?: number) => Promise<unknown>;
  /** "Fostering saved." */
  done: (answers: T) => string;
  onClose: () => void;
  children: (form: UseFormReturnType<T>) => ReactNode;
};

/** The form of a team or a post: its fields, what was refused, and the choice when somebody else saved first. */
export function RecordForm<T extends Record<string, string>>(props: RecordFormProps<T>) {
  const { initial, validate, compared, submitLabel, busy, save, done, onClose, children } = props;
  const form = useForm<T>({
    mode: 'uncontrolled',
    initialValues: initial,
    validate: validate as Parameters<typeof useForm<T>>[0] extends { validate?: infer V } | undefined
      ? V
      : never,
  });
  const problem = useFormProblem(form);
  const { conflict, write, forgetConflict } = useTeamWrite({ onClose, refused: problem.refused });
  const send = (answers: T, version?: number) => {
    problem.clear();
    return write(() => save(answers, version), done(answers));
  };
  if (conflict) {
    const mine = Object.fromEntries(compared.map(({ name }) => [name, form.getValues()[name]?.trim()]));
    return (
      <ConflictChoice
        conflict={conflict}
        mine={mine}
        fields={compared}
        submitLabel={compared.length === 1 ? 'Save my choice' : 'Save my choices'}
        busy={busy}
        onSubmit={(chosen) => void send({ ...form.getValues(), ...chosen }, conflict.version)}
        onBack={forgetConflict}
      />
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit((answers) => void send(answers), problem.onInvalid)}>
      <ErrorSummary errors={problem.errors} reference={problem.reference} />
      <Stack gap="md">
        {children(form)}
        <DialogButtons label={submitLabel} busy={busy} onBack={onClose} />
      </Stack>
    </form>
  );
}
