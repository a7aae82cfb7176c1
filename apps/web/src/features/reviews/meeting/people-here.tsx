import { VisuallyHidden } from '@mantine/core';
import { useEffect } from 'react';
import { useCompany } from '../../../lib/live/also-here.ts';
import { companyWords } from '../../../lib/live/company-words.ts';
import { keepSayingHere } from '../../../lib/live/say-here.ts';
import classes from './meeting-header.module.css';

/** Who else is in the meeting, and telling them of oneself for as long as it is open here. */
export function PeopleHere({ reviewId }: { reviewId: string }) {
  useEffect(() => keepSayingHere(reviewId, 'REVIEW'), [reviewId]);
  const { present, met } = useCompany(reviewId);
  const words = companyWords(present.map(({ name }) => ({ name, isTyping: false })));
  return (
    <>
      <span className={classes.people}>{words || 'Nobody else is here yet'}</span>
      {/* Only what is added is spoken, and nobody is added twice. */}
      <VisuallyHidden role="status" aria-atomic="false" aria-relevant="additions">
        {met.map(({ userId, name }) => (
          <span key={userId}>{name} has come into the meeting. </span>
        ))}
      </VisuallyHidden>
    </>
  );
}
