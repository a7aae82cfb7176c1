import { type ClipboardEvent, type DragEvent, useEffect, useId, useRef, useState } from 'react';
import classes from './file-drop.module.css';
import { type RefusedFile, sortFiles } from './sort-files.ts';

type FileDropProps = {
  id?: string;
  /** On the button: "Choose files". */
  label: string;
  /** The kinds and the limit in words; always shown: "PDF, Word or Excel, up to 100 MB each". */
  hint: string;
  /** Endings that are taken, with the dot: [".pdf", ".docx"]. */
  endings: readonly string[];
  /** The largest file, in bytes. */
  maxBytes: number;
  multiple?: boolean;
  disabled?: boolean;
  /** Also take what is pasted anywhere on the page while this is shown. */
  pasteAnywhere?: boolean;
  onFiles: (files: File[]) => void;
  /** Files that were not taken, each with a sentence that says why. */
  onRefused?: (refused: RefusedFile[]) => void;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

/** Files by dropping, pasting or choosing: a native file input with a larger target around it. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, endings, maxBytes, multiple = false, disabled = false, pasteAnywhere = false } = props;
  const made = useId();
  const id = props.id ?? made;
  const [over, setOver] = useState(false);

  const take = (list: FileList | null | undefined) => {
    if (disabled || !list || list.length === 0) return;
    const { taken, refused } = sortFiles(Array.from(list), { endings, maxBytes, multiple });
    if (taken.length > 0) props.onFiles(taken);
    if (refused.length > 0) props.onRefused?.(refused);
  };
  const latest = useRef(take);
  latest.current = take;

  useEffect(() => {
    if (!pasteAnywhere) return;
    const onPaste = (event: globalThis.ClipboardEvent) => {
      if (!event.defaultPrevented) latest.current(event.clipboardData?.files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [pasteAnywhere]);

  const onDrag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside && !disabled);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside is the first
    <div
      className={classes.root}
      data-over={over}
      data-disabled={disabled}
      onDragEnter={onDrag(true)}
      onDragOver={onDrag(true)}
      onDragLeave={onDrag(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={(event: ClipboardEvent) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        take(event.clipboardData.files);
      }}
    >
      <input
        id={id}
        type="file"
        className={classes.input}
        accept={endings.join(',')}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={[props['aria-describedby'], `${id}-hint`].filter(Boolean).join(' ')}
        aria-invalid={props['aria-invalid']}
        onChange={(event) => {
          take(event.currentTarget.files);
          // So that choosing the same file again counts as a choice.
          event.currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <p className={classes.or}>or drop {multiple ? 'them' : 'it'} here, or paste</p>
      <p id={`${id}-hint`} className={classes.hint}>
        {hint}
      </p>
    </div>
  );
}
