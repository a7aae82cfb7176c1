import { UPDATE_LINK_DAYS } from '@gt/contracts/words';
import { countOf, listWords } from '@gt/domain/wording';
import { DataTable, Panel } from '@gt/ui';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { contactProblems } from './contact.ts';
import { DaysSelect } from './days-select.tsx';
import { lastDay } from './last-day.ts';
import { type Partner, refreshLinks, type SendResult, sendManyMutation } from './queries.ts';
import { SendResults } from './send-results.tsx';
import classes from './update-links.module.css';

type Choice = { isOn: boolean; email: string; name: string };

/** References named in a row; the rest are counted. */
const NAMED = 4;

/** An agency whose contact is known, and where nobody can sign in, is chosen from the start. */
function choiceOf({ contact, accounts }: Partner): Choice {
  return { isOn: contact !== null && accounts === 0, email: contact?.email ?? '', name: contact?.name ?? '' };
}

/** Every agency with open actions, and one press that sends each its link; a line for what became of each. */
export function SendManyPanel({ planId, partners }: { planId: string; partners: readonly Partner[] }) {
  const [changed, setChanged] = useState<Record<string, Choice>>({});
  const [errors, setErrors] = useState<Record<string, Record<string, string>>>({});
  const [days, setDays] = useState<number>(UPDATE_LINK_DAYS.usual);
  const [results, setResults] = useState<readonly SendResult[]>([]);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const many = useMutation(sendManyMutation());
  const choices = partners.map((partner) => ({
    partner,
    choice: changed[partner.team.id] ?? choiceOf(partner),
  }));
  const chosen = choices.filter(({ choice }) => choice.isOn);
  const send = async () => {
    const found = chosen.map(({ partner, choice }) => [partner.team.id, contactProblems(choice)] as const);
    setErrors(Object.fromEntries(found));
    const wrong = found.find(([, problems]) => Object.keys(problems).length > 0);
    if (wrong) {
      document.getElementById(`${Object.keys(wrong[1])[0]}-${wrong[0]}`)?.focus();
      return;
    }
    const rows = chosen.map(({ partner, choice: { email, name } }) => ({
      teamId: partner.team.id,
      email,
      name,
    }));
    const answer = await many.mutateAsync({ planId, days, rows, idempotencyKey }).catch(() => null);
    if (!answer) return;
    setResults(answer.results);
    setKey(crypto.randomUUID());
    setChanged({});
    await refreshLinks();
  };
  return (
    <Panel title="Ask every agency before the review">
      <form
        noValidate
        aria-label="Ask every agency"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <DataTable caption="Partner agencies with open actions" cards="early">
          <thead>
            <tr>
              <th scope="col">Agency</th>
              <th scope="col">Will show</th>
              <th scope="col">E-mail address</th>
              <th scope="col">Post</th>
            </tr>
          </thead>
          <tbody>
            {choices.map(({ partner, choice }) => (
              <AgencyRow
                key={partner.team.id}
                partner={partner}
                choice={choice}
                errors={errors[partner.team.id] ?? {}}
                onChange={(next) => setChanged((before) => ({ ...before, [partner.team.id]: next }))}
              />
            ))}
          </tbody>
        </DataTable>
        <div className={classes.foot}>
          <DaysSelect id="many-days" value={days} onChange={setDays} />
          <Button type="submit" disabled={chosen.length === 0} loading={many.isPending}>
            {chosen.length === 0 ? 'Choose an agency' : `Send ${countOf(chosen.length, 'link')}`}
          </Button>
        </div>
        {many.error ? <ProblemPanel error={many.error} /> : null}
      </form>
      <SendResults results={results} />
    </Panel>
  );
}

type AgencyRowProps = {
  partner: Partner;
  choice: Choice;
  errors: Record<string, string>;
  onChange: (choice: Choice) => void;
};

function AgencyRow({ partner, choice, errors, onChange }: AgencyRowProps) {
  const { team, references } = partner;
  // Whoever types a contact means to send it.
  const type = (patch: Partial<Choice>) => onChange({ ...choice, isOn: true, ...patch });
  return (
    <tr>
      <th scope="row" data-wide>
        <Checkbox
          label={team.name}
          description={standingOf(partner)}
          classNames={{ description: classes.standing }}
          checked={choice.isOn}
          onChange={(event) => onChange({ ...choice, isOn: event.currentTarget.checked })}
        />
      </th>
      <td data-label="Will show" data-wide>
        {countOf(references.length, 'action')}: {listWords(references, NAMED)}
      </td>
      <td data-label="E-mail address" data-wide className={classes.typed}>
        <TextInput
          id={`email-${team.id}`}
          type="email"
          aria-label={`E-mail address for ${team.name}`}
          autoComplete="off"
          size="xs"
          value={choice.email}
          onChange={(event) => type({ email: event.currentTarget.value })}
          error={errors.email}
        />
      </td>
      <td data-label="Post" data-wide className={classes.typed}>
        <TextInput
          id={`name-${team.id}`}
          aria-label={`Post at ${team.name}`}
          autoComplete="off"
          size="xs"
          value={choice.name}
          onChange={(event) => type({ name: event.currentTarget.value })}
          error={errors.name}
        />
      </td>
    </tr>
  );
}

function standingOf({ workingUntil, accounts }: Partner): string {
  const facts = [
    ...(workingUntil ? [`A link works until the end of ${lastDay(workingUntil)}`] : []),
    ...(accounts > 0 ? [`${countOf(accounts, 'person', 'people')} there can sign in`] : []),
  ];
  return facts.join('. ');
}
