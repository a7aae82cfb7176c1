import { Panel } from '@gt/ui';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/problem.ts';
import classes from './editor.module.css';
import { type FoundWords, fieldOf, findingsByWords, markedExcerpt } from './findings.ts';
import { waitingWords } from './paper-words.ts';
import { allowMutation, type Report, refreshReports } from './queries.ts';
import type { Editing } from './use-report-edits.ts';

/** Names and small numbers in the words of a public edition: each goes from the words, or is given a reason. */
export function FindingsPanel({ report, editing }: { report: Report; editing: Editing }) {
  const found = findingsByWords(report.findings);
  return (
    <Panel title="Names and small numbers" aside={found.length > 0 ? String(found.length) : undefined}>
      <p className={classes.say} role="status">
        {waitingWords(report.findings)}
        {editing.isDirty ? ' Save the draft to have its words looked through again.' : ''}
      </p>
      <ul className={classes.findings}>
        {found.map((words) => (
          <FindingItem key={`${words.kind} ${words.words}`} found={words} report={report} editing={editing} />
        ))}
      </ul>
    </Panel>
  );
}

type FindingItemProps = { found: FoundWords; report: Report; editing: Editing };

const KIND_WORDS: Record<FoundWords['kind'], string> = {
  NAME: 'A person’s name',
  SMALL_NUMBER: 'A small number of people',
  PERSONAL_DATA: 'Identifies a person as it stands',
};

function FindingItem({ found, report, editing }: FindingItemProps) {
  const { kind, words, why, places } = found;
  const allow = useMutation(allowMutation());
  const [reason, setReason] = useState('');
  const [error, setError] = useState('');
  const send = async (text: string) => {
    setError('');
    try {
      const { version } = await allow.mutateAsync({
        reportId: report.id,
        version: report.version,
        words,
        why: text,
      });
      editing.moveOn(report.version, version);
      setReason('');
      await refreshReports();
    } catch (problem) {
      const { fields, message } = problemOf(problem);
      setError(fields?.[0]?.message ?? message);
    }
  };
  const keep = () =>
    reason.trim() === '' ? setError('Enter a reason, or take it out of the words') : void send(reason);
  return (
    <li className={classes.finding} data-settled={why !== ''}>
      <p className={classes.findingHead}>
        <strong>{words}</strong>
        <span className={classes.hint}>{KIND_WORDS[kind]}</span>
      </p>
      <ul className={classes.places}>
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice in one place
          <li key={index}>
            {markedExcerpt(place.excerpt, words).map(({ text, isMarked }, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence
              isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
            )}{' '}
            <PlaceLink blockKey={place.blockKey} heading={place.heading} report={report} />
          </li>
        ))}
      </ul>
      {why ? (
        <p className={classes.findingFoot}>
          <span>Stays, because: {why}</span>
          <Button
            variant="default"
            size="compact-sm"
            loading={allow.isPending}
            aria-label={`Take the reason back: ${words}`}
            onClick={() => void send('')}
          >
            Take the reason back
          </Button>
        </p>
      ) : (
        <div className={classes.findingFoot}>
          <TextInput
            label="Why may it stay?"
            aria-label={`Why may it stay: ${words}`}
            value={reason}
            maxLength={500}
            error={error || undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button variant="default" loading={allow.isPending} aria-label={`Keep it: ${words}`} onClick={keep}>
            Keep it
          </Button>
        </div>
      )}
    </li>
  );
}

export function PlaceLink({
  blockKey,
  heading,
  report,
}: {
  blockKey: string;
  heading: string;
  report: Report;
}) {
  const field = fieldOf(blockKey, report.content);
  if (!field) return <span className={classes.hint}>{heading}</span>;
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        const target = document.getElementById(field);
        target?.focus();
        target?.scrollIntoView({ block: 'center' });
      }}
    >
      Go to {heading}
    </a>
  );
}
