import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import classes from './evidence.module.css';
import { type EvidenceDetail, useEvidenceWrites } from './queries.ts';

/** What took an item's place, or whose place it took, each a step away. */
export function Succession({ evidence }: { evidence: EvidenceDetail }) {
  const { planId, supersedes, supersededBy, standing } = evidence;
  const item = ({ id, reference }: { id: string; reference: string }) => (
    <Link to={paths.evidence} params={{ planId }} search={{ open: id }}>
      {reference}
    </Link>
  );
  return (
    <>
      {supersededBy ? (
        <Alert color="gray" title={`Superseded by ${supersededBy.reference}`}>
          <p className={classes.text}>It no longer says how things are. Read {item(supersededBy)} instead.</p>
          <TakeBack evidence={evidence} />
        </Alert>
      ) : null}
      {standing?.code === 'EXPIRED' ? (
        <Alert color="gray" title={standing.words}>
          It says how things were until then. Bring newer evidence, or change the date if it still holds.
        </Alert>
      ) : null}
      {supersedes.length > 0 ? (
        <p className={classes.quiet}>
          Took the place of{' '}
          {supersedes.map((one, index) => (
            <Fragment key={one.id}>
              {index > 0 ? ', ' : ''}
              {item(one)}
            </Fragment>
          ))}
          .
        </p>
      ) : null}
    </>
  );
}

function TakeBack({ evidence }: { evidence: EvidenceDetail }) {
  const { id: evidenceId, version, may, reference } = evidence;
  const { supersede } = useEvidenceWrites();
  const [failure, setFailure] = useState('');
  if (!may.supersede.ok) return null;
  const takeBack = async () => {
    setFailure('');
    try {
      await supersede.mutateAsync({ evidenceId, version, byId: null });
      toast(`${reference} is no longer superseded.`);
    } catch (error) {
      setFailure(problemOf(error).message);
    }
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className="gt-screen-only"
        loading={supersede.isPending}
        onClick={() => void takeBack()}
      >
        It still counts: take that back
      </Button>
      {failure ? <p role="alert">{failure}</p> : null}
    </>
  );
}
