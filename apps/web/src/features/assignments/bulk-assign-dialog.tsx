import { assignmentNeedsReason } from '@gt/domain/action';
import { checkReason, countOf } from '@gt/domain/wording';
import { Dialog, ErrorSummary, ProgressLine } from '@gt/ui';
import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './assignment-fields.module.css';
import { AssignmentFields, type AssignmentValues, useIsOffer } from './assignment-fields.tsx';
import { BulkResults } from './bulk-results.tsx';
import { assigneesQuery, type BulkChange, type BulkResult, refreshAssignments } from './queries.ts';
import { type BulkItem, runBulk, undoBulk } from './run-bulk.ts';

type Assigned = { teamId: string | null; ownerPostId: string | null; ownerUserId: string | null };

type BulkAssignDialogProps = {
  planId: string;
  /** `assigned` is who has each now, where it is known: taking work from somebody asks why. */
  items: readonly (BulkItem & { title: string; assigned?: Assigned })[];
  onClose: () => void;
  /** A line for each action, in the order of `items`; the dialog has told them and offered to undo. */
  onDone: (results: readonly BulkResult[]) => void;
};

const UNTOUCHED: AssignmentValues = {
  teamId: null,
  ownerPostId: null,
  ownerUserId: null,
  leadPostId: null,
  partnerTeamId: null,
  supportingTeamIds: [],
  alsoServesIds: [],
};

type OwnerChoice = 'TEAM_CHOOSES' | 'KEEP';

/** Only what was named is set; a new team without a named owner chooses its own, or the owners stay. */
function setOf(values: AssignmentValues, owner: OwnerChoice) {
  const { supportingTeamIds, alsoServesIds: _, ...one } = values;
  const named = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)) as Partial<
    typeof one
  >;
  const isOwned = values.ownerPostId !== null || values.ownerUserId !== null;
  const owners = isOwned
    ? { ownerPostId: values.ownerPostId, ownerUserId: values.ownerUserId }
    : values.teamId !== null && owner === 'TEAM_CHOOSES'
      ? { ownerPostId: null, ownerUserId: null }
      : {};
  return { ...named, ...owners, ...(supportingTeamIds.length > 0 ? { supportingTeamIds } : {}) };
}

/** Gives actions to a team in one go, with a line for each of what became of it. */
export function BulkAssignDialog({ planId, items, onClose, onDone }: BulkAssignDialogProps) {
  const { data: assignees } = useQuery(assigneesQuery(planId));
  const [values, setValues] = useState(UNTOUCHED);
  const [owner, setOwner] = useState<OwnerChoice>('TEAM_CHOOSES');
  const [reason, setReason] = useState('');
  const [results, setResults] = useState<BulkResult[] | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  // The same change sent again is the same intent: a lost answer does not do it twice.
  const intent = useRef({ change: '', key: '' });
  const form = useWriteForm();
  const isOffer = useIsOffer();
  const what = countOf(items.length, 'action');
  const set = setOf(values, owner);
  const isOwnerAsked = values.teamId !== null && values.ownerPostId === null && values.ownerUserId === null;
  const taken = items.filter(
    ({ assigned }) =>
      assigned && assignmentNeedsReason({ ...UNTOUCHED, ...assigned }, { ...UNTOUCHED, ...assigned, ...set }),
  );

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const nothing = Object.keys(set).length === 0;
    const found = taken.length > 0 ? checkReason('reason', reason, whyWords(taken.length)) : [];
    if (!form.passes(nothing ? [{ field: 'teamId', message: 'Choose the team to give them to' }] : found))
      return;
    const change: BulkChange = { kind: 'ASSIGN', set, reason };
    const text = JSON.stringify(change);
    if (intent.current.change !== text) intent.current = { change: text, key: crypto.randomUUID() };
    const { signal } = new AbortController();
    let answer: BulkResult[] = [];
    const saved = await form.send(async () => {
      answer = await runBulk(change, items, intent.current.key, signal, setProgress);
    });
    setProgress(null);
    if (!saved) return;
    void refreshAssignments();
    onDone(answer);
    if (answer.some(({ ok, changed }) => !ok || !changed)) return setResults(answer);
    toast(doneWords(answer, assignees, values.teamId), { undo: () => void takeBack(answer) });
    onClose();
  };
  const title = `Assign ${what}`;
  if (results) {
    return (
      <BulkResults
        title={title}
        results={results}
        onClose={onClose}
        onUndone={() => void refreshAssignments()}
      />
    );
  }
  return (
    <Dialog onClose={onClose} size="lg" title={title} closeOnClickOutside={false}>
      <ErrorSummary {...form.summary} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <AssignmentFields
            startsHere
            values={values}
            assignees={assignees}
            errors={form.errors}
            onChange={(patch) => setValues({ ...values, ...patch })}
            nobody={{
              team: 'Leave each with its team',
              owner:
                isOwnerAsked && owner === 'TEAM_CHOOSES' ? 'The team chooses' : 'Leave each with its owner',
              other: 'Leave as it is',
            }}
            afterOwner={
              isOwnerAsked ? (
                <Radio.Group
                  label="Who owns them"
                  value={owner}
                  onChange={(value) => setOwner(value === 'KEEP' ? 'KEEP' : 'TEAM_CHOOSES')}
                >
                  <Group gap="md" mt="xs">
                    <Radio value="TEAM_CHOOSES" label="The team chooses: no owner yet" />
                    <Radio value="KEEP" label="Leave each with its owner" />
                  </Group>
                </Radio.Group>
              ) : undefined
            }
          />
          <Textarea
            id="reason"
            label={taken.length > 0 ? 'Why they change hands' : 'Reason (optional)'}
            description={
              taken.length > 0 && taken.length < items.length
                ? `${countOf(taken.length, 'of them has', 'of them have')} a team or an owner already.`
                : undefined
            }
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={form.errors.reason}
          />
          <details>
            <summary>{what}</summary>
            <ul className={classes.items}>
              {items.map(({ actionId, reference, title: name }) => (
                <li key={actionId}>
                  {reference} {name}
                </li>
              ))}
            </ul>
          </details>
          {isOffer(values.teamId) ? (
            <p className={classes.count}>The team is told, and accepts or asks back.</p>
          ) : null}
          {progress ? (
            <ProgressLine label={`${progress.done} of ${what}`} share={progress.done / progress.of} />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" loading={progress !== null}>
              Assign {what}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function whyWords(count: number): string {
  return count === 1 ? 'Enter why the action changes hands' : 'Enter why the actions change hands';
}

function doneWords(
  results: readonly BulkResult[],
  assignees: { teams: readonly { id: string; name: string }[] } | undefined,
  teamId: string | null,
): string {
  const team = assignees?.teams.find(({ id }) => id === teamId)?.name;
  const what = countOf(results.length, 'action');
  return team ? `${what} given to ${team}.` : `${what} assigned.`;
}

async function takeBack(results: readonly BulkResult[]): Promise<void> {
  try {
    const undone = await undoBulk(results);
    const refused = undone.filter(({ ok }) => !ok);
    toast(
      refused.length === 0
        ? `${countOf(undone.length, 'action')} as before.`
        : `${countOf(refused.length, 'action')} could not be taken back: ${refused[0]?.sentence ?? ''}`,
    );
  } catch (error) {
    toast(problemOf(error).message);
  }
  await refreshAssignments();
}
