import { formatDate, type IsoDate } from '@gt/contracts/words';
import { datedMilestones } from '@gt/domain/planning';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { problemOf } from '../../lib/problem.ts';
import { type Template, templatesQuery, useTemplateWrites } from './queries.ts';
import classes from './templates.module.css';

type StartFromProps = {
  planId: string;
  /** '' for none. */
  templateId: string;
  /** The start of the new action: its milestones are counted from it. */
  startDate: IsoDate | null;
  /** With the template chosen until now, whose words give way. */
  onChoose: (template: Template | null, before: Template | null) => void;
  onEdit: (template: Template) => void;
};

/** What a new action begins from: a template fills the form and brings milestones, shown with their dates. */
export function StartFrom({ planId, templateId, startDate, onChoose, onEdit }: StartFromProps) {
  const { data } = useQuery(templatesQuery(planId));
  const templates = data?.templates ?? [];
  const chosen = templates.find(({ id }) => id === templateId);
  const group = (label: string, kind: Template['kind']) => {
    const items = templates.filter((template) => template.kind === kind);
    return items.length > 0 ? [{ group: label, items: items.map(optionOf) }] : [];
  };
  return (
    <div>
      <NativeSelect
        id="templateId"
        label="Start from (optional)"
        description="A template fills in dates, and words where there are none yet. Everything can be changed."
        value={chosen ? templateId : ''}
        data={[
          { value: '', label: 'An empty form' },
          ...group('Templates of this plan', 'PLAN'),
          ...group('Templates for every plan', 'EVERY'),
          ...group('Ready templates', 'READY'),
        ]}
        onChange={(event) =>
          onChoose(templates.find(({ id }) => id === event.currentTarget.value) ?? null, chosen ?? null)
        }
      />
      {chosen ? <MilestonesToCome template={chosen} startDate={startDate} /> : null}
      {chosen?.mayChange ? (
        <TemplateDeeds
          template={chosen}
          onEdit={() => onEdit(chosen)}
          onRemoved={() => onChoose(null, chosen)}
        />
      ) : null}
    </div>
  );
}

const optionOf = ({ id, name }: Template) => ({ value: id, label: name });

function MilestonesToCome({ template, startDate }: { template: Template; startDate: IsoDate | null }) {
  if (template.milestones.length === 0) return <p className={classes.quiet}>It brings no milestones.</p>;
  if (!startDate) {
    return (
      <p className={classes.quiet}>
        Its milestones are counted from the start. Enter a start date to have them made.
      </p>
    );
  }
  return (
    <section aria-labelledby="milestones-to-come">
      <p id="milestones-to-come" className={classes.quiet}>
        These milestones will be made with the action:
      </p>
      <ol className={classes.list}>
        {datedMilestones(template.milestones, startDate).map(({ title, dueDate }) => (
          <li key={`${dueDate} ${title}`}>
            {title}, by {formatDate(dueDate)}
          </li>
        ))}
      </ol>
    </section>
  );
}

type DeedsProps = { template: Template; onEdit: () => void; onRemoved: () => void };

function TemplateDeeds({ template, onEdit, onRemoved }: DeedsProps) {
  const { remove, restore } = useTemplateWrites();
  const [refusal, setRefusal] = useState('');
  const { id: templateId, name, version } = template;
  const takeOut = async () => {
    setRefusal('');
    try {
      const removed = await remove.mutateAsync({ templateId, version });
      const back = () =>
        restore
          .mutateAsync({ templateId, version: removed.version })
          .then(() => toast(`The template “${name}” is back.`))
          .catch((error: unknown) => toast(problemOf(error).message));
      toast(`The template “${name}” has been removed.`, { undo: () => void back() });
      onRemoved();
    } catch (error) {
      const { current, message } = problemOf(error);
      setRefusal(
        current
          ? `${current.changedBy} changed this template. Look at it again before removing it.`
          : message,
      );
    }
  };
  return (
    <>
      <Group gap="xs">
        <Button size="compact-sm" variant="subtle" onClick={onEdit}>
          Change this template
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="brick"
          loading={remove.isPending}
          onClick={() => void takeOut()}
        >
          Remove this template
        </Button>
      </Group>
      <p role="alert" className={classes.refusal}>
        {refusal}
      </p>
    </>
  );
}
