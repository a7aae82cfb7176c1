import { INSPECTION_KIND_LABELS, INSPECTION_OUTCOME_SHORT, PLAN_KIND_LABELS } from '@gt/contracts/words';
import { inspectionWords, itemWords } from '@gt/domain/inspection';
import type { PlanFigures } from '@gt/domain/plan';
import { countOf } from '@gt/domain/wording';
import { barInWords, DataTable, DateText, RagBar, totalOf } from '@gt/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import classes from './all-plans-table.module.css';
import type { PlanBeside } from './queries.ts';

type AllPlansTableProps = { plans: readonly PlanBeside[]; together: PlanFigures };

/** One row for each plan, and one for all together. On a phone each is a card. */
export function AllPlansTable({ plans, together }: AllPlansTableProps) {
  const longest = Math.max(1, ...plans.map(({ figures }) => totalOf(figures.rag)));
  return (
    <DataTable caption="All plans" cards="early">
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col">Next statutory date</th>
          <th scope="col">Actions by colour</th>
          <th scope="col">Overdue</th>
          <th scope="col">Delivery and impact</th>
          <th scope="col">Breaks in the thread</th>
          <th scope="col">Last review, and since</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} longest={longest} />
        ))}
        {plans.length > 1 ? <TogetherRow figures={together} /> : null}
      </tbody>
    </DataTable>
  );
}

function PlanRow({ plan, longest }: { plan: PlanBeside; longest: number }) {
  const { id: planId, figures, clock, lastReview, movement } = plan;
  return (
    <tr>
      <th scope="row" data-label="Plan" data-wide className={classes.plan}>
        <Link to={paths.position} params={{ planId }} className={classes.name}>
          {plan.name}
        </Link>
        <Inspected plan={plan} />
      </th>
      <td data-label="Next statutory date">
        {clock ? (
          <>
            {clock.submittedOn === null ? <DateText date={clock.dueDate} short /> : null}
            <span className={classes.beneath} data-late={(clock.workingDaysLeft ?? 0) < 0}>
              {clock.stateText}
            </span>
          </>
        ) : (
          <span className={classes.quiet}>None</span>
        )}
      </td>
      <td data-label="Actions by colour" data-wide className={classes.bar}>
        <Link to={paths.planActions} params={{ planId }}>
          <span className="gt-visually-hidden">{barInWords(figures.rag)}</span>
          {figures.actions > 0 ? <RagBar counts={figures.rag} longest={longest} /> : 'No action yet'}
        </Link>
        {plan.answeredFromOutside > 0 ? (
          <span className={classes.beneath}>
            and {countOf(plan.answeredFromOutside, 'answer')} from other plans
          </span>
        ) : null}
      </td>
      <td data-label="Overdue">
        <Figure planId={planId} search={{ due: 'overdue' }} count={figures.overdue}>
          <span data-late={figures.overdue > 0} className={classes.count}>
            {figures.overdue}
          </span>
          <span className="gt-visually-hidden"> overdue</span>
        </Figure>
      </td>
      <td data-label="Delivery and impact">
        <Delivery planId={planId} plan={plan} />
      </td>
      <td data-label="Breaks in the thread">
        <Breaks planId={planId} figures={figures} />
      </td>
      <td data-label="Last review, and since">
        {lastReview ? (
          <Link to={paths.reviews} params={{ planId }} className={classes.target}>
            <DateText date={lastReview} short />
          </Link>
        ) : (
          <span className={classes.quiet}>None held yet</span>
        )}
        {movement ? (
          <span className={classes.beneath}>
            <Link to={paths.movement} params={{ planId }} className={classes.target}>
              Since <DateText date={movement.since} short />
            </Link>
            : {movement.words}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

/** "Focused visit, 12 March 2026", and how many came before it. */
function Inspected({ plan: { kind, inspections } }: { plan: PlanBeside }) {
  const [newest, ...earlier] = inspections;
  if (!newest) return <span className={classes.beneath}>{PLAN_KIND_LABELS[kind]}</span>;
  return (
    <>
      <span className={classes.beneath}>
        {inspectionWords(newest)}
        {earlier.length > 0 ? (
          <span title={earlier.map((one) => INSPECTION_KIND_LABELS[one.kind]).join(', ')}>
            {' '}
            and {countOf(earlier.length, 'earlier inspection')}
          </span>
        ) : null}
      </span>
      {newest.outcome ? (
        <span className={classes.beneath}>{INSPECTION_OUTCOME_SHORT[newest.outcome]}</span>
      ) : null}
    </>
  );
}

type FigureProps = { planId: string; search: PlanActionsSearch; count: number; children: ReactNode };

/** A figure that opens the list behind it; nothing to open where there is nothing. */
function Figure({ planId, search, count, children }: FigureProps) {
  if (count === 0) return <>{children}</>;
  return (
    <Link to={paths.planActions} params={{ planId }} search={search} className={classes.target}>
      {children}
    </Link>
  );
}

/** What is done beside what is shown: completion is not closure. */
function Delivery({ planId, plan: { kind, figures } }: { planId: string; plan: PlanBeside }) {
  const { one, many } = itemWords(kind);
  const items = `${figures.recommendations} ${figures.recommendations === 1 ? one : many}`;
  return (
    <ul className={classes.lines}>
      <li>
        <Figure planId={planId} search={{ status: 'CLOSED' }} count={figures.closed}>
          {figures.closed} of {figures.actions} actions closed
        </Figure>
      </li>
      <li>
        <Link to={paths.recommendations} params={{ planId }} className={classes.target}>
          {figures.shown} of {items} with proof of a difference
        </Link>
      </li>
      {figures.closedRecommendations > 0 ? <li>{figures.closedRecommendations} closed</li> : null}
    </ul>
  );
}

const BREAKS = [
  { field: 'noOwner', words: 'without an owner', search: { owner: 'none' } },
  { field: 'noEvidence', words: 'without evidence', search: { evidence: 'none' } },
  { field: 'silent', words: 'silent for too long', search: { updates: 'silent' } },
] as const;

function Breaks({ planId, figures }: { planId: string; figures: PlanFigures }) {
  const found = BREAKS.filter(({ field }) => figures[field] > 0);
  if (found.length === 0 && figures.noAction === 0) return <span className={classes.quiet}>None</span>;
  return (
    <ul className={classes.lines}>
      {figures.noAction > 0 ? (
        <li>
          <Link to={paths.recommendations} params={{ planId }} className={classes.target}>
            {figures.noAction} without an action
          </Link>
        </li>
      ) : null}
      {found.map(({ field, words, search }) => (
        <li key={field}>
          <Figure planId={planId} search={search} count={figures[field]}>
            {figures[field]} {words}
          </Figure>
        </li>
      ))}
    </ul>
  );
}

/** All plans in one row. What answers in several plans stands in one, and is counted there. */
function TogetherRow({ figures }: { figures: PlanFigures }) {
  return (
    <tr className={classes.together}>
      <th scope="row" data-label="Plan" data-wide className={classes.plan}>
        All plans together
        <span className={classes.beneath}>An action that answers in several plans counts once.</span>
      </th>
      <td />
      <td data-label="Actions by colour" data-wide className={classes.bar}>
        <span className="gt-visually-hidden">{barInWords(figures.rag)}</span>
        <RagBar counts={figures.rag} longest={Math.max(1, figures.actions)} />
      </td>
      <td data-label="Overdue" className={classes.count}>
        {figures.overdue}
      </td>
      <td data-label="Delivery and impact">
        <ul className={classes.lines}>
          <li>
            {figures.closed} of {figures.actions} actions closed
          </li>
          <li>
            {figures.shown} of {figures.recommendations} items with proof of a difference
          </li>
        </ul>
      </td>
      <td data-label="Breaks in the thread">
        <ul className={classes.lines}>
          {figures.noAction > 0 ? <li>{figures.noAction} without an action</li> : null}
          {BREAKS.map(({ field, words }) =>
            figures[field] > 0 ? (
              <li key={field}>
                {figures[field]} {words}
              </li>
            ) : null,
          )}
        </ul>
      </td>
      <td />
    </tr>
  );
}
