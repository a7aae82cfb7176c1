import { TEMPLATE_FIELDS, type TemplateKind } from '@gt/contracts/words';
import { standardTemplate, TEMPLATE_SECTIONS, templateProblems } from '@gt/domain/report';
import { ErrorSummary, Panel } from '@gt/ui';
import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../../components/toast.tsx';
import { dayInWords } from '../../../lib/instants.ts';
import { useUser } from '../../../lib/session.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { useWriteForm } from '../../../lib/use-write-form.ts';
import { refreshReports, saveTemplateMutation, type Template } from '../queries.ts';
import { SectionRow } from './section-row.tsx';
import classes from './templates.module.css';

const NAMES: Record<TemplateKind, string> = {
  BOARD_REPORT: 'Board report',
  STATEMENT_OF_ACTION: 'Statement of action',
};
const STANDARD_TITLES: Record<TemplateKind, string> = {
  BOARD_REPORT: 'Board report {number}, {date}',
  STATEMENT_OF_ACTION: 'Written statement of action, {council}',
};
const FIELDS = Object.entries(TEMPLATE_FIELDS)
  .map(([name, says]) => `{${name}} ${says}`)
  .join(' · ');

/** The layout of one kind of paper. What is typed is kept until it is saved. */
export function TemplateForm({ template }: { template: Template }) {
  const { kind, version } = template;
  const prefix = `${kind}-`;
  const save = useMutation(saveTemplateMutation());
  const form = useWriteForm(prefix);
  const draft = useDraft(
    `report-template:${kind}:${version}`,
    // They are about no record of a plan.
    { entityType: 'USER', entityId: useUser().id },
    { title: template.title, sections: JSON.stringify(template.sections) },
  );
  const { title } = draft.values;
  const sections = JSON.parse(draft.values.sections) as Template['sections'];
  const setSections = (next: Template['sections']) => draft.set({ sections: JSON.stringify(next) });
  const own = standardTemplate(kind);
  const isOwn = template.title === '' && JSON.stringify(template.sections) === JSON.stringify(own.sections);
  const [said, setSaid] = useState('');
  const names = new Map(TEMPLATE_SECTIONS[kind].map(({ key, name }) => [key, name]));

  const send = async (what: { title: string; sections: typeof sections }, words: string) => {
    if (!form.passes(templateProblems(kind, what))) return;
    const saved = await form.send(() => save.mutateAsync({ kind, version, ...what }));
    if (!saved) return;
    draft.clear();
    toast(words);
    await refreshReports();
  };
  const setSection = (key: string, change: Partial<(typeof sections)[number]>) =>
    setSections(sections.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const move = (key: string, by: -1 | 1) => {
    const from = sections.findIndex((one) => one.key === key);
    const next = [...sections];
    next.splice(from + by, 0, ...next.splice(from, 1));
    setSections(next);
    setSaid(`${names.get(key)} is now ${from + by + 1} of ${next.length}.`);
  };
  return (
    <Panel title={NAMES[kind]}>
      <p role="status" className="gt-visually-hidden">
        {said}
      </p>
      <form
        noValidate
        aria-label={`Template: ${NAMES[kind]}`}
        onSubmit={(event) => {
          event.preventDefault();
          void send({ title, sections }, 'New papers are laid out so from now on.');
        }}
      >
        <ErrorSummary {...form.summary} />
        {form.conflict ? (
          <p role="alert">
            {form.conflict.changedBy} changed this template just now. What you typed is kept here. Copy what
            you need, then reload the page to see theirs.
          </p>
        ) : null}
        <TextInput
          id={`${prefix}title`}
          label="Title of the paper"
          description={`Fields: ${FIELDS}`}
          placeholder={STANDARD_TITLES[kind]}
          value={title}
          error={form.errors.title}
          onChange={(event) => draft.set({ title: event.currentTarget.value })}
        />
        <h3 className={classes.order}>Sections, in the order of the paper</h3>
        {form.errors.sections ? <p className={classes.bad}>{form.errors.sections}</p> : null}
        <ol className={classes.sections} id={`${prefix}sections`} tabIndex={-1}>
          {sections.map((section, at) => (
            <SectionRow
              key={section.key}
              kind={kind}
              section={section}
              name={names.get(section.key) ?? section.key}
              place={at + 1}
              count={sections.length}
              error={form.errors[`heading-${section.key}`]}
              onSet={(change) => setSection(section.key, change)}
              onMove={(by) => move(section.key, by)}
            />
          ))}
        </ol>
        <Group gap="sm" mt="md">
          <Button type="submit" loading={save.isPending}>
            Save the template
          </Button>
          {isOwn ? null : (
            <Button
              variant="default"
              onClick={() => void send(own, 'New papers have the product’s own layout again.')}
            >
              Back to the product’s own
            </Button>
          )}
        </Group>
        <p className={classes.standing}>
          {template.changedAt && !isOwn
            ? `Changed on ${dayInWords(template.changedAt)} by ${template.changedBy ?? 'somebody no longer on record'}.`
            : 'This is the product’s own layout.'}
        </p>
      </form>
    </Panel>
  );
}
