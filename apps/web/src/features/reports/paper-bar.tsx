import { SENSITIVITY_LABELS } from '@gt/contracts/words';
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { paths } from '../../lib/paths.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import classes from './editor.module.css';
import { paperName, standingWords, versionName } from './paper-words.ts';
import type { Report } from './queries.ts';
import { StateTag } from './state-tag.tsx';

type PaperBarProps = {
  report: Report;
  /** Further facts: how many pages. */
  facts?: ReactNode;
  /** Buttons and files. */
  children?: ReactNode;
};

/** At the head of a paper: which it is, how it stands, what can be done with it. */
export function PaperBar({ report, facts, children }: PaperBarProps) {
  const { planId, reviewId, state, marking, snapshot, redactedAt } = report;
  const [isAsking, setAsking] = useState(false);
  const mayDestroy = useMayRequestDestroy() && redactedAt === null;
  return (
    <section className={classes.paperBar} aria-label="This paper">
      <div className={classes.paperFacts}>
        <p className={classes.paperLine} role="status">
          <StateTag state={state} isDestroyed={redactedAt !== null} />
          <strong>
            {paperName(report)}, {versionName(report).toLowerCase()}
          </strong>
        </p>
        <p className={classes.hint}>
          {standingWords(report)} · marked {SENSITIVITY_LABELS[marking]}
          {snapshot ? (
            <>
              {' · '}
              <Link to={paths.snapshot} params={{ planId, snapshotId: snapshot.id }}>
                from snapshot {snapshot.number}
              </Link>
            </>
          ) : null}
          {reviewId ? (
            <>
              {' · '}
              <Link to={paths.review} params={{ planId, reviewId }}>
                the review
              </Link>
            </>
          ) : null}
        </p>
        {facts}
      </div>
      <div className={`${classes.paperButtons} gt-screen-only`}>
        {children}
        {mayDestroy ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" px="xs" aria-label={`More for ${paperName(report)}`}>
                <IconDots size={18} aria-hidden="true" />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setAsking(true)}>Destroy what must not be there …</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <RequestDestroy
        opened={isAsking}
        onClose={() => setAsking(false)}
        entity="REPORT"
        entityId={report.id}
        reference={`${paperName(report)}, ${versionName(report).toLowerCase()}`}
      />
    </section>
  );
}
