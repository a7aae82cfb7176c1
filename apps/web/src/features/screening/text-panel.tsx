import { holds } from '@gt/domain/authz';
import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useUser } from '../../lib/session.ts';
import { AllowTextDialog } from './allow-text-dialog.tsx';
import { type ScreenedText, screenedTextsQuery } from './queries.ts';
import classes from './screening.module.css';
import { TextRow } from './text-row.tsx';

const AT_FIRST = 3;
const keyOf = ({ entityId, field }: ScreenedText) => `${entityId} ${field}`;

/**
 * Typed words of a plan that packs leave out because they may say who somebody is: mended where they stand, or allowed
 * by a verifier with a reason. Nothing where there is nothing.
 */
export function ScreenedTexts({ planId }: { planId: string }) {
  const { roles } = useUser();
  const isConcerned = holds(roles, 'evidence.check') || holds(roles, 'pack.build');
  const { data } = useQuery({ ...screenedTextsQuery(planId), enabled: isConcerned });
  const [all, setAll] = useState(false);
  const [allowing, setAllowing] = useState<ScreenedText | null>(null);
  if (!data || data.rows.length === 0) return null;
  const { rows, open } = data;
  const allowed = rows.length - open;
  const title =
    open > 0 ? `Words that packs leave out: ${open}` : `Words with a finding, allowed for packs: ${allowed}`;
  return (
    <div className={classes.open}>
      <Panel title={title}>
        <p className={classes.quiet}>
          Screening found in {countOf(rows.length, 'typed text')} what may say who somebody is. Take it out
          where it stands, or let a verifier allow it. Public editions leave all of them out.
        </p>
        <ul className={`${classes.cards} ${classes.texts}`}>
          {rows.slice(0, all ? undefined : AT_FIRST).map((row) => (
            <TextRow key={keyOf(row)} planId={planId} row={row} onAllow={() => setAllowing(row)} />
          ))}
        </ul>
        {rows.length > AT_FIRST && !all ? (
          <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
            Show all {rows.length}
          </Button>
        ) : null}
      </Panel>
      {allowing ? (
        <AllowTextDialog
          key={keyOf(allowing)}
          planId={planId}
          text={allowing}
          onClose={() => setAllowing(null)}
        />
      ) : null}
    </div>
  );
}
