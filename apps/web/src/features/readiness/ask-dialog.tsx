import type { IsoDate } from '@gt/contracts/words';
import { ASK_LIMITS, validateAsk } from '@gt/domain/evidence';
import { DateField, Dialog, DialogButtons, ErrorSummary, LongText } from '@gt/ui';
import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useToday } from '../../lib/session.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { namesQuery, recommendationQuery, useAskWrites } from './queries.ts';

/** What evidence is asked for. */
export type AskSubject = {
  recommendationId: string;
  reference: string;
  actionId: string | null;
  text: string;
};

const PREFIX = 'ask-';
type Words = { postId: string; actionId: string; text: string; dueDate: string };

/** Asks a post for evidence by a day. What is typed is kept until it is asked. */
export function AskDialog({
  planId,
  subject,
  onClose,
}: {
  planId: string;
  subject: AskSubject;
  onClose: () => void;
}) {
  const { recommendationId, reference } = subject;
  const today = useToday();
  const names = useQuery(namesQuery(planId));
  const recommendation = useQuery(recommendationQuery(recommendationId));
  const [initial] = useState<Words>({
    postId: '',
    actionId: subject.actionId ?? '',
    text: subject.text,
    dueDate: '',
  });
  const draft = useDraft(
    `ask:${recommendationId}`,
    { entityType: 'RECOMMENDATION', entityId: recommendationId },
    initial,
  );
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useWriteForm(PREFIX);
  const { create } = useAskWrites();
  const { postId, actionId, text, dueDate } = draft.values;
  const posts = names.data?.posts ?? [];
  const submit = async () => {
    const day = (dueDate || null) as IsoDate | null;
    const problems = [
      ...(postId === '' ? [{ field: 'postId', message: 'Choose whom you ask' }] : []),
      ...validateAsk({ text, dueDate: day ?? today }, today),
      ...(day === null ? [{ field: 'dueDate', message: 'Enter by when it is wanted' }] : []),
    ];
    if (!form.passes(problems) || day === null) return;
    const input = {
      recommendationId,
      postId,
      actionId: actionId || null,
      text,
      dueDate: day,
      idempotencyKey,
    };
    if (!(await form.send(() => create.mutateAsync(input)))) return;
    draft.clear();
    toast(`${posts.find(({ id }) => id === postId)?.title ?? 'The post'} is asked.`);
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={`Ask a post for evidence of ${reference}`} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <ErrorSummary {...form.summary} />
          <NativeSelect
            id={`${PREFIX}postId`}
            label="Whom do you ask?"
            description="Whoever holds the post finds it in the inbox, in the mail of the day and on the next agenda"
            value={postId}
            error={form.errors.postId}
            data={[
              { value: '', label: 'Choose a post' },
              ...posts.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={({ currentTarget }) => draft.set({ postId: currentTarget.value })}
            data-autofocus
          />
          <div>
            <LongText
              id={`${PREFIX}text`}
              label="What evidence is wanted?"
              description="What it should show, and for which time. Do not name a child."
              limit={ASK_LIMITS.text.max}
              autosize
              minRows={2}
              value={text}
              error={form.errors.text}
              onChange={({ currentTarget }) => draft.set({ text: currentTarget.value })}
            />
          </div>
          <NativeSelect
            id={`${PREFIX}actionId`}
            label="Of which action?"
            description="A partner agency is asked of one of its own"
            value={actionId}
            error={form.errors.actionId}
            data={[
              { value: '', label: `${reference} as a whole` },
              ...(recommendation.data?.actions ?? [])
                .filter(({ isServed, status }) => !isServed && status !== 'CANCELLED')
                .map((action) => ({ value: action.id, label: `${action.reference} ${action.title}` })),
            ]}
            onChange={({ currentTarget }) => draft.set({ actionId: currentTarget.value })}
          />
          <DateField
            id={`${PREFIX}dueDate`}
            label="By when?"
            value={(dueDate || null) as IsoDate | null}
            error={form.errors.dueDate}
            onChange={(value) => draft.set({ dueDate: value ?? '' })}
          />
          <DialogButtons label="Ask for it" busy={create.isPending} onBack={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
