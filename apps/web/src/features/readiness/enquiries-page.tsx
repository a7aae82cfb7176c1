import { EVIDENCE_KIND_LABELS, formatShortDate, SENSITIVITY_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { BEST_ITEMS } from '@gt/domain/evidence';
import { countOf, listWords } from '@gt/domain/wording';
import { ConfirmDialog, EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { toast } from '../../components/toast.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { DestroyEnquiry } from './destroy-enquiry.tsx';
import { EnquiryDialog } from './enquiry-dialog.tsx';
import { type Enquiry, enquiriesQuery, useEnquiryWrites } from './queries.ts';
import classes from './readiness.module.css';

/** So many recommendations are named by their titles; of more, only by their references. */
const NAMED = 3;

/** What inspectors ask, each with the best three items that answer it. */
export function EnquiriesPage() {
  const { planId } = useParams({ from: signedIn(paths.enquiries) });
  const { roles } = useUser();
  const { data, error, refetch } = useQuery(enquiriesQuery(planId));
  const [editing, setEditing] = useState<Enquiry | 'NEW' | null>(null);
  const mayEdit = holds(roles, 'enquiry.edit');
  return (
    <Page
      title="Lines of enquiry"
      lead={data?.planName ?? 'Loading the plan'}
      actions={
        <>
          <ProofNav planId={planId} />
          {mayEdit ? (
            <Button className="gt-screen-only" onClick={() => setEditing('NEW')}>
              Add a line
            </Button>
          ) : null}
        </>
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <SkeletonRows rows={4} rowHeight={140} label="Loading the lines of enquiry" />
      ) : null}
      {data?.enquiries.length === 0 ? (
        <EmptyState
          sentence="No line of enquiry yet. Write down what inspectors ask, and the best evidence for it stands here."
          buttonLabel={mayEdit ? 'Add a line' : undefined}
          onButton={() => setEditing('NEW')}
        />
      ) : null}
      <div className={classes.page}>
        {data?.enquiries.map((enquiry) => (
          <Line
            key={enquiry.id}
            planId={planId}
            enquiry={enquiry}
            onEdit={mayEdit ? () => setEditing(enquiry) : undefined}
          />
        ))}
      </div>
      {editing ? (
        <EnquiryDialog
          planId={planId}
          enquiry={editing === 'NEW' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Page>
  );
}

function Line({ planId, enquiry, onEdit }: { planId: string; enquiry: Enquiry; onEdit?: () => void }) {
  const { reference, question, note, recommendations, best, proof } = enquiry;
  const isNamed = recommendations.length <= NAMED;
  return (
    <Panel
      title={`${reference} ${question}`}
      aside={
        onEdit ? (
          <Group gap="xs" className="gt-screen-only">
            <Button variant="default" size="compact-sm" onClick={onEdit}>
              Edit<span className="gt-visually-hidden"> {reference}</span>
            </Button>
            <RemoveButton enquiry={enquiry} />
            <DestroyEnquiry enquiry={enquiry} />
          </Group>
        ) : undefined
      }
    >
      {note ? <p className={classes.askText}>{note}</p> : null}
      <p className={classes.quiet}>
        Bears on{' '}
        {recommendations.map(({ id, reference: of, title }, index) => (
          <span key={id}>
            {index > 0 ? (isNamed ? '; ' : ', ') : ''}
            <Link to={paths.recommendation} params={{ planId, recommendationId: id }} title={title}>
              {isNamed ? `${of} ${title}` : of}
            </Link>
          </span>
        ))}
        .
      </p>
      <p className={classes.quiet}>{proofWords(best.length, proof)}</p>
      <ol className={classes.best}>
        {best.map((item) => (
          <BestItem key={item.id} planId={planId} item={item} />
        ))}
      </ol>
      {best.length < BEST_ITEMS ? (
        <p className={`${classes.quiet} gt-screen-only`}>
          <Link to={paths.readiness} params={{ planId }}>
            See what is missing
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}

function proofWords(shown: number, proof: number): string {
  if (proof === 0) return 'No verified evidence answers it yet.';
  if (proof === shown) return `${countOf(proof, 'verified item')} to show.`;
  return `The best ${shown} of ${countOf(proof, 'verified item')}.`;
}

function BestItem({ planId, item }: { planId: string; item: Enquiry['best'][number] }) {
  const { id, reference, title, shows, kind, sensitivity, periodFrom, periodTo, recommendations, why } = item;
  const period = [periodFrom, periodTo].filter((day) => day !== null).map(formatShortDate);
  return (
    <li className={classes.bestItem}>
      <p className={classes.bestTitle}>
        <Link to={paths.evidence} params={{ planId }} search={{ open: id }}>
          {reference} {title}
        </Link>
      </p>
      <p>{shows}</p>
      <p className={classes.quiet}>
        {[
          EVIDENCE_KIND_LABELS[kind],
          period.length > 0 ? period.join(' to ') : '',
          listWords(recommendations),
          sensitivity === 'OFFICIAL_SENSITIVE' ? SENSITIVITY_LABELS[sensitivity] : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={classes.why}>
        <span className={classes.whyLabel}>Why this one:</span>{' '}
        {why.join('; ').replace(/; (\w)/g, lowerAfter)}.
      </p>
    </li>
  );
}

const lowerAfter = (_: string, letter: string) => `; ${letter.toLowerCase()}`;

function RemoveButton({ enquiry }: { enquiry: Enquiry }) {
  const [opened, setOpened] = useState(false);
  const { remove } = useEnquiryWrites();
  const { id: enquiryId, reference, version } = enquiry;
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
        Remove …<span className="gt-visually-hidden"> {reference}</span>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`Remove ${reference}?`}
        confirmLabel="Remove it"
        busy={remove.isPending}
        refusal={remove.error ? problemOf(remove.error).message : undefined}
        onClose={() => setOpened(false)}
        onConfirm={() =>
          remove.mutate(
            { enquiryId, version },
            {
              onSuccess: () => {
                toast(`${reference} is removed.`);
                setOpened(false);
              },
            },
          )
        }
      >
        <p>The evidence stays where it is. The line stays in the history.</p>
      </ConfirmDialog>
    </>
  );
}
