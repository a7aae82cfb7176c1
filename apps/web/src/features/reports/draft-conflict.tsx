import { SENSITIVITY_LABELS, type Sensitivity } from '@gt/contracts/words';
import { type Conflict, ConflictChoice } from '../../components/conflict-choice.tsx';
import classes from './editor.module.css';
import type { Report } from './queries.ts';
import { contested, editOf, homelessWords, type ReportEdits, valueIn, withoutEdit } from './report-edits.ts';
import type { Editing } from './use-report-edits.ts';

type DraftConflictProps = {
  editing: Editing;
  conflict: Conflict;
  busy: boolean;
  onSave: (edits: ReportEdits) => void;
  onBack: () => void;
};

/** Somebody else saved this draft first: what both changed is chosen, all else is put together. */
export function DraftConflict({ editing, conflict, busy, onSave, onBack }: DraftConflictProps) {
  const { edits, report, base } = editing;
  const names = contested(edits, base.current, report);
  const homeless = homelessWords(edits, report);
  const pick = (value: (name: string) => unknown) =>
    Object.fromEntries(names.map((name) => [name, value(name)]));
  const theirs = pick((name) => valueIn(report, name));
  return (
    <>
      {homeless.length > 0 ? (
        <div className={classes.homeless}>
          <p>
            These words of yours have no place in the paper any more, because it was written again. Copy them
            before you save.
          </p>
          {homeless.map((text) => (
            <blockquote key={text}>{text}</blockquote>
          ))}
        </div>
      ) : null}
      <ConflictChoice
        conflict={{ ...conflict, values: theirs }}
        fields={names.map((name) => ({
          name,
          label: labelOf(name, report),
          show: (value) => show(name, value, report),
        }))}
        mine={pick((name) => editOf(edits, name))}
        submitLabel="Save my choices"
        busy={busy}
        onBack={onBack}
        onSubmit={(chosen) =>
          onSave(names.filter((name) => chosen[name] === theirs[name]).reduce(withoutEdit, edits))
        }
      />
    </>
  );
}

function labelOf(name: string, { content }: Report): string {
  if (name === 'title') return 'Title';
  if (name === 'marking') return 'Marking';
  if (name === 'order') return 'Order of the sections';
  const [kind, key = ''] = name.split(' ', 2);
  const section = content.sections.find(
    (candidate) => candidate.key === key || candidate.blocks.some((block) => block.key === key),
  );
  const heading = section?.heading ?? 'A section';
  if (kind === 'headings') return `Heading of ${heading}`;
  return kind === 'included' ? `${heading}: in the paper or not` : `Wording of ${heading}`;
}

function show(name: string, value: unknown, { content }: Report): string {
  if (name === 'marking') return SENSITIVITY_LABELS[value as Sensitivity] ?? '';
  if (name === 'order' && Array.isArray(value)) {
    const headings = new Map(content.sections.map((section) => [section.key, section.heading]));
    return value.map((key) => headings.get(String(key)) ?? '').join(', ');
  }
  if (typeof value === 'boolean') return value ? 'In the paper' : 'Left out';
  return String(value ?? '');
}
