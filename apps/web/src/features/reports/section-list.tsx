import { useCallback, useEffect, useRef, useState } from 'react';
import { placeWords } from './paper-words.ts';
import { movedOrder } from './report-edits.ts';
import { SectionEditor } from './section-editor.tsx';
import type { Editing } from './use-report-edits.ts';

/** The sections of a draft in their order. A section that is moved keeps the focus and says where it is now. */
export function SectionList({ paper, set }: Pick<Editing, 'paper' | 'set'>) {
  const { sections } = paper.content;
  const latest = useRef(sections);
  const moved = useRef<{ key: string; by: -1 | 1 } | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    latest.current = sections;
    if (!moved.current) return;
    const { key, by } = moved.current;
    moved.current = null;
    // At an end its own button can do no more, so the other one takes the focus.
    for (const way of [by, -by]) {
      const button = document.querySelector<HTMLButtonElement>(`[data-move="${way} ${CSS.escape(key)}"]`);
      if (!button || button.disabled) continue;
      button.focus();
      break;
    }
  }, [sections]);
  const move = useCallback(
    (key: string, by: -1 | 1) => {
      const order = movedOrder(latest.current, key, by);
      moved.current = { key, by };
      set('order', order);
      const heading = latest.current.find((section) => section.key === key)?.heading ?? '';
      setSaid(placeWords(heading, order.indexOf(key) + 1, order.length));
    },
    [set],
  );
  return (
    <>
      <p role="status" className="gt-visually-hidden">
        {said}
      </p>
      {sections.map((section, index) => (
        <SectionEditor
          key={section.key}
          section={section}
          place={index + 1}
          count={sections.length}
          onSet={set}
          onMove={move}
        />
      ))}
    </>
  );
}
