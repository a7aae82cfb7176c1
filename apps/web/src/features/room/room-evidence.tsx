import {
  EVIDENCE_KIND_LABELS,
  formatDate,
  PACK_SCREENING_LABELS,
  type RoomEvidence,
} from '@gt/contracts/words';
import { listWords } from '@gt/domain/wording';
import { ProgressLine, sizeInWords } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ShownFile } from '../../components/shown-file.tsx';
import { fileUrl, pageUrl, previewQuery } from './queries.ts';
import classes from './room.module.css';

type RoomEvidenceListProps = { evidence: readonly RoomEvidence[]; of: string; packNumber: number };

/** The evidence of one recommendation: what it shows, and the file as it is in the pack. */
export function RoomEvidenceList({ evidence, of, packNumber }: RoomEvidenceListProps) {
  if (evidence.length === 0) return <p className={classes.sentence}>No evidence in this pack.</p>;
  return (
    <ul className={classes.plainList}>
      {evidence.map((item) => (
        <li key={item.ref} id={item.ref} className={classes.evidence}>
          <h3 className={classes.part}>
            {item.ref} {item.title}
          </h3>
          <p className={classes.text}>{item.shows}</p>
          {item.difference ? (
            <p className={classes.text}>Difference for children: {item.difference}</p>
          ) : null}
          <p className={classes.meta}>{factsOf(item, of)}</p>
          {item.warning ? <p className={classes.warning}>{item.warning}</p> : null}
          {item.isHere ? (
            <File item={item} packNumber={packNumber} />
          ) : (
            <p className={classes.sentence}>Its file is not in this pack. What was left out says why.</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function File({ item: { ref, title }, packNumber }: { item: RoomEvidence; packNumber: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="gt-screen-only">
      <Group gap="xs">
        <Button
          variant="light"
          size="compact-md"
          aria-expanded={isOpen}
          onClick={() => setOpen((before) => !before)}
        >
          {isOpen ? 'Hide it' : 'Look at it here'}
          <span className="gt-visually-hidden">: {ref}</span>
        </Button>
        <Button component="a" variant="default" size="compact-md" href={fileUrl(ref)} download>
          Download<span className="gt-visually-hidden"> {ref}</span>
        </Button>
      </Group>
      {isOpen ? <Shown reference={ref} title={`${ref} ${title}`} packNumber={packNumber} /> : null}
    </div>
  );
}

type ShownProps = { reference: string; title: string; packNumber: number };

function Shown({ reference, title, packNumber }: ShownProps) {
  const { data, error, refetch } = useQuery(previewQuery(reference, packNumber));
  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <ProgressLine label="Reading the file" share={null} />;
  return <ShownFile preview={data} title={title} pageUrl={(page) => pageUrl(reference, page)} />;
}

/** "Audit · 1 January 2026 to 28 February 2026 · 34 kB · Accepted by … · OFFICIAL-SENSITIVE". */
function factsOf(item: RoomEvidence, of: string): string {
  const period = [item.periodFrom, item.periodTo].filter((day) => day !== null).map((day) => formatDate(day));
  const others = item.recommendationRefs.filter((ref) => ref !== of);
  return [
    EVIDENCE_KIND_LABELS[item.kind],
    period.length > 0 ? `covers ${period.join(' to ')}` : '',
    sizeInWords(item.size),
    item.source ? `source: ${item.source}` : '',
    item.verification,
    `screening: ${PACK_SCREENING_LABELS[item.screening].toLowerCase()}`,
    item.sensitivity,
    others.length > 0 ? `also serves ${listWords(others)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
