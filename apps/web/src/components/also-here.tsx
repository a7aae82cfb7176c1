import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useCompany } from '../lib/live/also-here.ts';
import { companyWords } from '../lib/live/company-words.ts';
import { keepSayingHere } from '../lib/live/say-here.ts';
import classes from './just-changed.module.css';

/** Who else has this action open, and telling them of oneself for as long as this is on screen. */
export function AlsoHere({ actionId }: { actionId: string }) {
  useEffect(() => keepSayingHere(actionId), [actionId]);
  const { present, met } = useCompany(actionId);
  return (
    <>
      <span className={classes.word}>{companyWords(present)}</span>
      {/* Only what is added is spoken, and nobody is added twice. */}
      <VisuallyHidden role="status" aria-atomic="false" aria-relevant="additions">
        {met.map(({ userId, name }) => (
          <span key={userId}>{name} has opened this action too. </span>
        ))}
      </VisuallyHidden>
    </>
  );
}
