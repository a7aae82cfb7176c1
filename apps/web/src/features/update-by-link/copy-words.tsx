import { Button } from '@mantine/core';
import { useState } from 'react';
import { inOneText, type LinkWords } from './link-words.ts';
import classes from './update-by-link.module.css';

/** Takes the words of one action along, where they cannot be sent from here. */
export function CopyWords({ words, reference }: { words: LinkWords; reference: string }) {
  const [ending, setEnding] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(inOneText(words));
      setEnding('Your words are on your clipboard.');
    } catch {
      setEnding('They could not be copied. Mark them on the page and copy them yourself.');
    }
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-label={`Copy my words: ${reference}`}
        onClick={() => void copy()}
      >
        Copy my words
      </Button>
      <span role="status" className={classes.quiet}>
        {ending}
      </span>
    </>
  );
}
