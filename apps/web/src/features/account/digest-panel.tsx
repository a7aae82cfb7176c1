import { DIGEST_PART_LABELS, DIGEST_PARTS, type DigestPart } from '@gt/contracts/words';
import { validateDigestHours } from '@gt/domain/reminder';
import { WEEKDAYS } from '@gt/domain/review';
import { ErrorSummary, Panel, SkeletonRows } from '@gt/ui';
import { Button, Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import classes from './account-page.module.css';
import { type DigestChoice, digestQuery, useSetDigest } from './queries.ts';

/** How somebody wants the one mail of a day. */
export function DigestPanel() {
  const found = useQuery(digestQuery());
  return (
    <Panel title="Your digest">
      <div id="digest" className={classes.anchor}>
        {found.isPending ? <SkeletonRows rows={4} label="Loading your choice" /> : null}
        {found.isError ? <ProblemPanel error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data ? <DigestForm choice={found.data} /> : null}
      </div>
    </Panel>
  );
}

function noteOf({ mailIsSetUp, isInside }: DigestChoice): string {
  if (!mailIsSetUp) return 'Mail is not set up on this server, so the digest comes to your inbox here.';
  return isInside
    ? 'It comes by mail and to your inbox here.'
    : 'It comes by mail and to your inbox here. Your address is outside the trust, so the mail carries references and counts, and no words of the plan.';
}

function DigestForm({ choice }: { choice: DigestChoice }) {
  const [values, setValues] = useState(choice);
  const change = (patch: Partial<DigestChoice>) => setValues({ ...values, ...patch });
  const save = useSetDigest();
  const form = useWriteForm('digest-');
  const submit = async () => {
    if (!form.passes(validateDigestHours(values))) return;
    const { mailIsSetUp: _mail, isInside: _inside, ...chosen } = values;
    if (await form.send(() => save.mutateAsync(chosen))) toast('Your choice is kept.');
  };
  const time = (name: 'digestTime' | 'quietFrom' | 'quietTo', label: string) => (
    <TextInput
      type="time"
      id={`digest-${name}`}
      label={label}
      value={values[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      error={form.errors[name]}
    />
  );
  return (
    <form
      noValidate
      aria-label="Your digest"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      <Stack gap="md">
        <Switch
          label="Tell me once a day what waits for me"
          description={noteOf(choice)}
          checked={values.digest}
          onChange={(event) => change({ digest: event.currentTarget.checked })}
        />
        {values.digest ? (
          <>
            <Days days={values.digestDays} onChange={(digestDays) => change({ digestDays })} />
            <Group gap="md" align="flex-start">
              {time('digestTime', 'From this time on')}
              {time('quietFrom', 'Quiet from')}
              {time('quietTo', 'until')}
            </Group>
            <Parts
              leavesOut={values.digestLeavesOut}
              onChange={(digestLeavesOut) => change({ digestLeavesOut })}
            />
          </>
        ) : null}
        <div>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Days({ days, onChange }: { days: number[]; onChange: (days: number[]) => void }) {
  return (
    <Checkbox.Group
      label="On these days"
      value={days.map(String)}
      onChange={(chosen) => onChange(chosen.map(Number).sort())}
    >
      <Group gap="md" mt={4}>
        {WEEKDAYS.map((day, index) => (
          <Checkbox
            key={day}
            id={index === 0 ? 'digest-digestDays' : undefined}
            value={String(index + 1)}
            label={day}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** Ticked is what is in it; what is kept is what somebody leaves out, so that a part to come is in it. */
function Parts({
  leavesOut,
  onChange,
}: {
  leavesOut: DigestPart[];
  onChange: (leavesOut: DigestPart[]) => void;
}) {
  return (
    <Checkbox.Group
      label="With"
      value={DIGEST_PARTS.filter((part) => !leavesOut.includes(part))}
      onChange={(kept) => onChange(DIGEST_PARTS.filter((part) => !kept.includes(part)))}
    >
      <Stack gap="xs" mt={4}>
        {DIGEST_PARTS.map((part) => (
          <Checkbox key={part} value={part} label={DIGEST_PART_LABELS[part]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
