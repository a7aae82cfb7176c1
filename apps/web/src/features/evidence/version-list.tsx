import { fileSizeWords } from '@gt/domain/evidence';
import { dayInWords, timeInWords } from '../../lib/instants.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './evidence.module.css';
import type { EvidenceDetail } from './queries.ts';

/** Where the bytes of a file are fetched; always sent as an attachment. */
export function filePath(versionId: string): string {
  return `/files/evidence-versions/${versionId}`;
}

/** Every file an item has had, newest first, each with the beginning of its SHA-256. */
export function VersionList({ evidence }: { evidence: EvidenceDetail }) {
  const { versions, may } = evidence;
  return (
    <ol className={classes.entries} reversed>
      {versions.map((version) => (
        <li key={version.id} className={classes.entry}>
          <p>
            {version.number}.{' '}
            {version.redactedAt ? (
              <RedactedNote redactedAt={version.redactedAt} />
            ) : may.download.ok ? (
              <a href={filePath(version.id)} download>
                {version.fileName}
              </a>
            ) : (
              version.fileName
            )}{' '}
            <span className={classes.quiet}>{fileSizeWords(version.size)}</span>
          </p>
          <p className={classes.quiet}>
            {version.uploadedBy.name}, {dayInWords(version.uploadedAt)} at {timeInWords(version.uploadedAt)} ·
            SHA-256{' '}
            <span className={classes.hash} title={version.sha256}>
              {version.sha256.slice(0, 12)}…
            </span>
          </p>
          <Changes version={version} />
        </li>
      ))}
    </ol>
  );
}

/** What the record said otherwise with the version before. */
function Changes({ version: { number, changes } }: { version: EvidenceDetail['versions'][number] }) {
  if (number === 1) return null;
  if (changes === null) {
    return <p className={classes.quiet}>What was said of it at the time was not kept.</p>;
  }
  if (changes.length === 0) return <p className={classes.quiet}>Other content; what is said of it stayed.</p>;
  return (
    <ul className={classes.changes} aria-label={`Different from version ${number - 1}`}>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {field}: {from ? <del>{from}</del> : 'nothing'} → <ins>{to}</ins>
        </li>
      ))}
    </ul>
  );
}
