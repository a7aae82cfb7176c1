import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import classes from './shown-file.module.css';

type PageViewerProps = { pageUrl: (page: number) => string; pages: number; title: string };

/** Pages as pictures that the server drew, one at a time. */
export function PageViewer({ pageUrl, pages, title }: PageViewerProps) {
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState<ReadonlySet<number>>(new Set());
  const [loaded, setLoaded] = useState<ReadonlySet<number>>(new Set());
  const name = pages === 1 ? title : `Page ${page} of ${pages} of ${title}`;
  return (
    <>
      {pages > 1 ? (
        <Group gap="xs" mb="xs" role="group" aria-label="Pages">
          <Button variant="default" size="compact-md" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Page before
          </Button>
          <span role="status">
            Page {page} of {pages}
          </span>
          <Button
            variant="default"
            size="compact-md"
            disabled={page === pages}
            onClick={() => setPage(page + 1)}
          >
            Next page
          </Button>
        </Group>
      ) : null}
      {failed.has(page) ? (
        <p role="status">
          {pages === 1 ? 'It' : 'This page'} cannot be shown here. Download the file to look at it.
        </p>
      ) : (
        <img
          key={page}
          className={classes.page}
          data-loaded={loaded.has(page)}
          src={pageUrl(page)}
          alt={`${name}, as a picture. Download the file to read its words with a screen reader.`}
          onLoad={() => setLoaded((before) => new Set([...before, page]))}
          onError={() => setFailed((before) => new Set([...before, page]))}
        />
      )}
    </>
  );
}
