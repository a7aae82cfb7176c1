import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { Thread, ThreadMini } from '@gt/ui';
import { Button, Skeleton } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { paths } from '../../../lib/paths.ts';
import type { PlanActionsSearch } from '../../../lib/plan-actions-search.ts';
import { useUser } from '../../../lib/session.ts';
import type { ListFilter } from '../list-input.ts';
import { boardColumnQuery } from '../queries.ts';
import { usePrinting } from '../use-printing.ts';
import classes from './by-recommendation.module.css';
import { HangingAction } from './hanging-action.tsx';
import type { ThreadGroup } from './thread-groups.ts';
import { ThreadMendings } from './thread-mendings.tsx';

type RecommendationGroupProps = {
  group: ThreadGroup;
  planId: string;
  filter: ListFilter;
  search: PlanActionsSearch;
  isOpen: boolean;
  isHalf: boolean;
  isThreadComing: boolean;
  onToggle: () => void;
  /** Absent for those who may not. */
  onAddAction: (() => void) | undefined;
};

/** Actions that hang on a thread before anybody asks for more. */
const FIRST = 6;

/** One recommendation: its words, its thread with the ways to mend it, and its actions beneath. */
export function RecommendationGroup(props: RecommendationGroupProps) {
  const { group, planId, isOpen, isHalf, isThreadComing, onToggle, onAddAction } = props;
  const { roles } = useUser();
  const bodyId = useId();
  const { whole } = group;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.group} aria-label={`Recommendation ${group.reference}`}>
      <header className={classes.head}>
        <h2 className={classes.heading}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={onToggle}
          >
            <Chevron size={18} aria-hidden="true" />
            {group.reference}
          </button>
        </h2>
        <p className={classes.quote}>{group.quote}</p>
        <div className={classes.counts}>
          {whole ? <HalfThread whole={whole} isShown={isHalf || !isOpen} /> : null}
          <span>{countsOf(group)}</span>
          {holds(roles, 'recommendation.read') ? (
            <Link
              to={paths.recommendation}
              params={{ planId, recommendationId: group.id }}
              className="gt-screen-only"
            >
              Open {group.reference}
            </Link>
          ) : null}
        </div>
      </header>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && !isHalf && isThreadComing && !whole ? <Skeleton height={96} radius="md" /> : null}
        {isOpen && whole && !isHalf ? (
          <div className={classes.thread}>
            <Thread
              words={whole.thread.words}
              knots={whole.thread.knots.map(({ knot, state, words, missing }) => ({
                knot,
                state,
                words,
                missing: missing.map(({ sentence }) => sentence),
                mend: (
                  <ThreadMendings
                    gaps={missing}
                    planId={planId}
                    recommendationId={group.id}
                    roles={roles}
                    onAddAction={onAddAction}
                  />
                ),
              }))}
            />
          </div>
        ) : null}
        {isOpen ? <Actions {...props} /> : null}
      </div>
    </section>
  );
}

function HalfThread({ whole, isShown }: { whole: NonNullable<ThreadGroup['whole']>; isShown: boolean }) {
  if (!isShown) return null;
  const knots = whole.thread.knots.map(({ knot, state, words }) => ({ knot, state, words }));
  return (
    <span className={classes.half}>
      <ThreadMini knots={knots} words={whole.thread.words} />
      <span aria-hidden="true">{whole.thread.words}</span>
    </span>
  );
}

/** "9 actions here · 6 of 8 closed · 2 overdue": what the filter lets through, then the whole, cancelled ones apart. */
function countsOf({ count, whole }: ThreadGroup): string {
  const words = [`${countOf(count, 'action')} here`];
  if (whole && whole.actions > 0) words.push(`${whole.closedActions} of ${whole.actions} closed`);
  if (whole && whole.overdueActions > 0) words.push(`${whole.overdueActions} overdue`);
  return words.join(' · ');
}

function Actions({ group, planId, filter, search, onAddAction }: RecommendationGroupProps) {
  const { ref, inViewport } = useInViewport();
  const isPrinting = usePrinting();
  const [wanted, setWanted] = useState(FIRST);
  const { cards } = group;
  const first = cards?.rows ?? [];
  const isUnasked = cards === null;
  const more = useInfiniteQuery({
    ...boardColumnQuery({
      planId,
      filter,
      by: 'recommendation',
      key: group.id,
      after: cards?.next ?? null,
    }),
    enabled: isUnasked ? inViewport || isPrinting : wanted > first.length && cards.next !== null,
  });
  const rows = [...first, ...(more.data?.pages.flatMap((page) => page.rows) ?? [])];
  const shown = isPrinting ? rows : rows.slice(0, wanted);
  const left = group.count - shown.length;
  const showMore = () => {
    const next = wanted === FIRST ? 15 : wanted + 50;
    setWanted(next);
    if (next > rows.length && more.hasNextPage) void more.fetchNextPage();
  };
  if (group.count === 0) {
    return (
      <p className={classes.nothing}>
        No action yet.{' '}
        {onAddAction ? (
          <Button size="compact-sm" variant="default" onClick={onAddAction}>
            Add an action
          </Button>
        ) : null}
      </p>
    );
  }
  return (
    <div ref={ref}>
      <ul className={classes.actions}>
        {shown.map((row) => (
          <HangingAction key={row.id} row={row} planId={planId} search={search} />
        ))}
      </ul>
      {isUnasked && rows.length === 0 ? <Skeleton height={120} radius="md" /> : null}
      {more.isError ? <p className={classes.nothing}>The rest could not be loaded. Press again.</p> : null}
      {isPrinting && left > 0 ? (
        <p className={classes.nothing}>
          {countOf(left, 'action')} more under {group.reference} not on this paper. Show them first, or export
          the list.
        </p>
      ) : null}
      {left > 0 && rows.length > 0 ? (
        <Button
          size="xs"
          variant="default"
          className={`${classes.more} gt-screen-only`}
          loading={more.isFetching}
          onClick={showMore}
        >
          Show more of {countOf(left, 'other')} under {group.reference}
        </Button>
      ) : null}
    </div>
  );
}
