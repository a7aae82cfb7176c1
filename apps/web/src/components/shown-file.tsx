import type { FilePreview } from '@gt/contracts/words';
import { PageViewer } from './page-viewer.tsx';
import { PreviewTables } from './preview-tables.tsx';
import classes from './shown-file.module.css';

type ShownFileProps = {
  preview: FilePreview;
  title: string;
  /** Where the server draws one of its pages. */
  pageUrl: (page: number) => string;
};

/** What a file shows, drawn or read by the server, so that nothing in the file can act here. */
export function ShownFile({ preview, title, pageUrl }: ShownFileProps) {
  if (preview.kind === 'NONE') {
    return (
      <p className={classes.preview} role="status">
        It cannot be shown here. {preview.sentence}
      </p>
    );
  }
  return (
    <div className={classes.preview}>
      {preview.kind === 'PAGES' ? <PageViewer pageUrl={pageUrl} pages={preview.pages} title={title} /> : null}
      {preview.kind === 'PICTURE' ? <PageViewer pageUrl={pageUrl} pages={1} title={title} /> : null}
      {preview.kind === 'TABLES' ? <PreviewTables tables={preview.tables} title={title} /> : null}
      {preview.kind === 'TEXT' ? <Words {...preview} /> : null}
      {preview.notes.map((note) => (
        <p key={note} className={classes.quiet}>
          {note}
        </p>
      ))}
    </div>
  );
}

type WordsProps = { parts: { heading: string; text: string }[]; isCut: boolean };

function Words({ parts, isCut }: WordsProps) {
  return (
    <section
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label="Words of the file"
    >
      {parts.map(({ heading, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a file have no name of their own and never move
        <div key={index}>
          {heading ? <h4 className={classes.heading}>{heading}</h4> : null}
          <p className={classes.text}>{text}</p>
        </div>
      ))}
      {isCut ? <p className={classes.quiet}>There is more in the file. Download it to read it all.</p> : null}
    </section>
  );
}
