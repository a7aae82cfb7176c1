import { FINDING_KIND_LABELS } from '@gt/contracts/words';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScreenedFile } from './queries.ts';
import classes from './screening.module.css';

const AT_FIRST = 5;

/** What was found in a file: the kind, where, and enough to find it again without giving it away. */
export function FindingList({ file }: { file: ScreenedFile }) {
  const [all, setAll] = useState(false);
  const { findings, total } = file;
  const shown = findings.slice(0, all ? undefined : AT_FIRST);
  return (
    <>
      <ul className={classes.findings}>
        {shown.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice in one place
          <li key={index} className={classes.finding} data-level={finding.level}>
            <p>
              <strong>{FINDING_KIND_LABELS[finding.kind]}</strong>
              {finding.level === 'POSSIBLE' ? ' (to be looked at)' : ''}
              {finding.masked ? (
                <>
                  {' '}
                  <span className={classes.masked}>{finding.masked}</span>
                </>
              ) : null}
            </p>
            <p className={classes.quiet}>
              {finding.place}
              {finding.isHidden ? ', where a reader does not see it' : ''}. {finding.why}.
            </p>
          </li>
        ))}
      </ul>
      {findings.length > AT_FIRST && !all ? (
        <div>
          <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setAll(true)}>
            Show all {findings.length}
          </Button>
        </div>
      ) : null}
      {all && total > findings.length ? (
        <p className={classes.quiet}>{total - findings.length} more are counted and not listed.</p>
      ) : null}
    </>
  );
}
