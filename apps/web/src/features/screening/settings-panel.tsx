import { officePostcodesOf, validateScreeningSettings } from '@gt/domain/screening';
import { ErrorSummary, Panel, SkeletonRows } from '@gt/ui';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { useWriteForm } from '../../lib/use-write-form.ts';
import { type ScreeningSettings, screeningSettingsQuery, useScreeningWrites } from './queries.ts';
import classes from './screening.module.css';

const PREFIX = 'screening-';

/** What screening passes over and looks for in this installation: for administrators. */
export function ScreeningSettingsPanel() {
  const { data } = useQuery(screeningSettingsQuery());
  return (
    <Panel title="Screening for personal data">
      {data ? <SettingsForm key={JSON.stringify(data)} was={data} /> : <SkeletonRows rows={3} />}
    </Panel>
  );
}

const linesOf = (text: string) =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function SettingsForm({ was: { officePostcodes, caseNumberShape } }: { was: ScreeningSettings }) {
  const [postcodes, setPostcodes] = useState(officePostcodes.join('\n'));
  const [shape, setShape] = useState(caseNumberShape);
  const { setSettings } = useScreeningWrites();
  const form = useWriteForm(PREFIX);
  const submit = async () => {
    const typed = { officePostcodes: officePostcodesOf(linesOf(postcodes)), caseNumberShape: shape.trim() };
    if (!form.passes(validateScreeningSettings(typed))) return;
    const was = { officePostcodes, caseNumberShape };
    if (await form.send(() => setSettings.mutateAsync({ ...typed, was })))
      toast('Saved. Every file is now screened again.');
  };
  return (
    <form
      noValidate
      aria-label="Screening for personal data"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...form.summary} />
      {form.conflict ? (
        <p role="alert">
          {form.conflict.changedBy} changed this just now. Copy what you typed, and reload the page to see
          what it is.
        </p>
      ) : null}
      <p className={classes.quiet}>
        Files and typed words are looked through for what identifies a child or somebody else. Files are not
        scanned for viruses here.
      </p>
      <Textarea
        id={`${PREFIX}officePostcodes`}
        label="Postcodes of your own buildings"
        description="One a line, such as B1 1AA. They are passed over."
        autosize
        minRows={2}
        maw={480}
        mt="sm"
        value={postcodes}
        onChange={(event) => setPostcodes(event.currentTarget.value)}
        error={form.errors.officePostcodes}
      />
      <TextInput
        id={`${PREFIX}caseNumberShape`}
        label="How your case numbers look (optional)"
        description="# stands for a digit, everything else for itself: CS-####### finds CS-1234567."
        autoComplete="off"
        maw={480}
        mt="sm"
        value={shape}
        onChange={(event) => setShape(event.currentTarget.value)}
        error={form.errors.caseNumberShape}
      />
      <Button type="submit" mt="sm" loading={setSettings.isPending}>
        Save
      </Button>
    </form>
  );
}
