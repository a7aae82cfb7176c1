import { ProgressLine } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ShownFile } from '../../components/shown-file.tsx';
import classes from './evidence.module.css';
import { contentQuery, type EvidenceDetail, previewQuery } from './queries.ts';

/** What the newest file shows, in the page: drawn or read by the server, so that nothing in the file can act here. */
export function PreviewBox({ evidence }: { evidence: EvidenceDetail }) {
  const { latest, form, may } = evidence;
  const [isOpen, setOpen] = useState(false);
  if (!may.download.ok || latest.redactedAt !== null) return null;
  if (form !== 'FILE') return <Written evidence={evidence} />;
  return (
    <section aria-label="Preview" className="gt-screen-only">
      <Button variant="light" aria-expanded={isOpen} onClick={() => setOpen((before) => !before)}>
        {isOpen ? 'Hide what it shows' : 'Look at it here'}
      </Button>
      {isOpen ? <Shown key={latest.id} versionId={latest.id} title={latest.fileName} /> : null}
    </section>
  );
}

function Shown({ versionId, title }: { versionId: string; title: string }) {
  const { data, error, isError, refetch } = useQuery(previewQuery(versionId));
  if (isError) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <ProgressLine label="Reading the file" share={null} />;
  const pageUrl = (page: number) => `/files/evidence-previews/${versionId}/pages/${page}`;
  return <ShownFile preview={data} title={title} pageUrl={pageUrl} />;
}

/** The words of a note, or where a link leads. */
function Written({ evidence }: { evidence: EvidenceDetail }) {
  const { data, error, isError, refetch } = useQuery(contentQuery(evidence.latest.id));
  if (isError) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <ProgressLine label="Loading what was written" share={null} />;
  if (data.form === 'NOTE') {
    return (
      <section aria-label="Note" className={classes.preview}>
        <p className={classes.text}>{data.content}</p>
      </section>
    );
  }
  return (
    <section aria-label="Link" className={classes.preview}>
      <p className={classes.text}>
        <a href={data.content} target="_blank" rel="noopener noreferrer external">
          {data.content}
        </a>
      </p>
      <p className={classes.quiet}>
        It opens outside of Golden Thread, in a new tab. What is there may change; a pack names it only.
      </p>
    </section>
  );
}
