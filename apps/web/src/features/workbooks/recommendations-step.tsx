import {
  DUPLICATE_POLICIES,
  type DuplicatePolicy,
  PROBLEM_POLICIES,
  type ProblemPolicy,
  UPDATABLE_FIELDS,
  WORKBOOK_FIELD_LABELS,
} from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import type { DryRun, Workbook } from './queries.ts';
import type { ChoicesHandle } from './use-choices.ts';
import classes from './workbooks.module.css';

type StepProps = { workbook: Workbook; dryRun: DryRun; handle: ChoicesHandle };

const DUPLICATES: Record<DuplicatePolicy, string> = {
  SKIP: 'Leave the row out',
  UPDATE: 'Change the action that is there',
  STOP: 'Bring in nothing at all',
};
const PROBLEMS: Record<ProblemPolicy, string> = {
  LEAVE_OUT: 'Leave the row out, so that it can be mended in the workbook',
  WITHOUT: 'Bring it in without the date, and keep the words',
};

/** Which recommendation rows stand under, and what is done with rows that the plan has already. */
export function RecommendationsStep(props: StepProps) {
  return (
    <>
      <Recommendations {...props} />
      <Rules {...props} />
    </>
  );
}

function Recommendations({ workbook, dryRun, handle }: StepProps) {
  const own = workbook.directory.recommendations;
  const { choices, change } = handle;
  const named = own.map(({ id, number, quote }) => (
    <option key={id} value={id}>
      R{number} {quote.slice(0, 90)}
    </option>
  ));
  return (
    <Panel title="Under which recommendation">
      <ul className={classes.cards}>
        {dryRun.recommendations.map(({ key, words, rows, recommendationId, why }) => (
          <li key={key} className={classes.card}>
            <div className={classes.cardWords}>
              <strong>{words}</strong>
              <span className={classes.muted}>
                {rows === 0 ? 'No action stands under it' : countOf(rows, 'action')}
              </span>
              <span className={classes.why}>{why}</span>
            </div>
            <div className={classes.select}>
              <NativeSelect
                label="In this plan it is"
                value={choices.recommendations[key] ?? recommendationId ?? 'NEW'}
                onChange={(event) =>
                  change({
                    recommendations: { ...choices.recommendations, [key]: event.currentTarget.value },
                  })
                }
              >
                <option value="NEW">A new recommendation</option>
                {named}
              </NativeSelect>
            </div>
          </li>
        ))}
        <li className={classes.card}>
          <div className={classes.cardWords}>
            <strong>Rows that name no recommendation</strong>
            <span className={classes.why}>Every action stands under one.</span>
          </div>
          <div className={classes.select}>
            <NativeSelect
              label="They stand under"
              value={choices.recommendationForOthers ?? ''}
              onChange={(event) => change({ recommendationForOthers: event.currentTarget.value || null })}
            >
              <option value="">None: leave them out</option>
              {named}
            </NativeSelect>
          </div>
        </li>
      </ul>
    </Panel>
  );
}

function Rules({ handle: { choices, change } }: StepProps) {
  return (
    <Panel title="Rows that need a rule">
      <Stack gap="md">
        <Radio.Group
          label="A row that the plan has already (same title under the same recommendation)"
          value={choices.duplicates}
          onChange={(value) => change({ duplicates: value as DuplicatePolicy })}
        >
          <Stack gap="xs" mt="xs">
            {DUPLICATE_POLICIES.map((value) => (
              <Radio key={value} value={value} label={DUPLICATES[value]} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label="A row with a date that is no day, such as 31/04/2026"
          value={choices.problems}
          onChange={(value) => change({ problems: value as ProblemPolicy })}
        >
          <Stack gap="xs" mt="xs">
            {PROBLEM_POLICIES.map((value) => (
              <Radio key={value} value={value} label={PROBLEMS[value]} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox.Group
          label="Fields that may change in actions that are there already"
          description="An empty cell never changes anything."
          value={choices.updates}
          onChange={(value) => change({ updates: UPDATABLE_FIELDS.filter((field) => value.includes(field)) })}
        >
          <Stack gap="xs" mt="xs">
            {UPDATABLE_FIELDS.map((field) => (
              <Checkbox key={field} value={field} label={WORKBOOK_FIELD_LABELS[field]} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </Panel>
  );
}
