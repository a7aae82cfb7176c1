import { Button } from '@mantine/core';
import { useState } from 'react';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import type { ScreenedFile } from './queries.ts';
import classes from './screening.module.css';

/** Earlier files in which something was found: a copy without it does not take it out of the product. */
export function OlderFiles({ files, reference }: { files: readonly ScreenedFile[]; reference: string }) {
  const mayDestroy = useMayRequestDestroy();
  const [target, setTarget] = useState<ScreenedFile | null>(null);
  const telling = files.filter(({ likely, redactedAt }) => likely > 0 && redactedAt === null);
  if (telling.length === 0) return null;
  return (
    <>
      {telling.map((file) => (
        <div key={file.versionId} className={classes.finding} data-level="LIKELY">
          <p>
            Earlier file {file.versionNumber}, {file.fileName}, is still kept. {file.sentence}
          </p>
          {mayDestroy ? (
            <div className="gt-screen-only">
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Have file ${file.versionNumber} destroyed`}
                onClick={() => setTarget(file)}
              >
                Have it destroyed …
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      {target ? (
        <RequestDestroy
          opened
          onClose={() => setTarget(null)}
          entity="EVIDENCE_VERSION"
          entityId={target.versionId}
          reference={`${reference}, file ${target.versionNumber}`}
        />
      ) : null}
    </>
  );
}
