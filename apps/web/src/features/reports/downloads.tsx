import { sizeInWords } from '@gt/ui';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReportFile } from './queries.ts';
import classes from './reports.module.css';

const FORMATS: Record<ReportFile['format'], string> = { PDF: 'PDF', DOCX: 'Word (DOCX)' };

type DownloadsProps = {
  files: readonly ReportFile[];
  /** The paper and its version, for those who hear only the link. */
  of: string;
  /** As buttons, on the page of the paper; in lists they are plain links. */
  asButtons?: boolean;
};

/** The files of an issued paper, the PDF first, each with its size. */
export function Downloads({ files, of, asButtons = false }: DownloadsProps) {
  const inOrder = files.toSorted((a, b) => b.format.localeCompare(a.format));
  return (
    <ul className={classes.files} data-buttons={asButtons}>
      {inOrder.map(({ id, format, size }) => {
        const words = (
          <>
            {FORMATS[format]}, {sizeInWords(size)}
            <span className="gt-visually-hidden">: download {of}</span>
          </>
        );
        return (
          <li key={id}>
            {asButtons ? (
              <Button
                component="a"
                href={`/files/reports/${id}`}
                download
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden="true" />}
              >
                {words}
              </Button>
            ) : (
              <a href={`/files/reports/${id}`} download>
                {words}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
