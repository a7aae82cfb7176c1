import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

type FindBoxProps = {
  /** What is looked through: "Find in reference, title and detail". */
  label: string;
  value: string;
  /** Called when typing pauses; the same function from one render to the next. */
  onFind: (words: string) => void;
  className?: string;
};

/** How long typing pauses before the list is asked again, in milliseconds. */
const PAUSE = 300;

/** Words that narrow a list. `data-find` is what the key "/" looks for. */
export function FindBox({ label, value, onFind, className }: FindBoxProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  // The address changed elsewhere (Back, a cleared filter): show what it says.
  if (value !== sent) {
    setSent(value);
    setText(value);
  }
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(() => {
      setSent(text);
      onFind(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, sent, onFind]);
  return (
    <TextInput
      type="search"
      data-find
      aria-label={label}
      placeholder="Find…"
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      className={className}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
