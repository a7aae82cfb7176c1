import { holds } from '@gt/domain/authz';
import { EmptyState, ErrorSummary, FileDrop, Panel, ProgressLine, type SummaryError } from '@gt/ui';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProofNav } from '../../components/proof-nav.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths, signedIn } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import classes from './packs.module.css';
import type { CheckedPack } from './queries.ts';
import { VerdictWords } from './verdict-words.tsx';

const GIB = 1024 ** 3;
const LARGEST = 8 * GIB;
const NONE: readonly SummaryError[] = [];

/** Whether a pack that somebody brings is whole, and whether this installation made it. */
export function PackCheckPage() {
  const { planId } = useParams({ from: signedIn(paths.packCheck) });
  const mayRead = holds(useUser().roles, 'pack.read');
  return (
    <Page
      title="Check a pack"
      lead="Whether a pack is whole, and whether it was made here. Nothing of it is kept."
      actions={<ProofNav planId={planId} />}
    >
      {mayRead ? <Check /> : <EmptyState sentence="Packs are checked by the programme lead." />}
    </Page>
  );
}

function Check() {
  const [share, setShare] = useState<number | null>(null);
  const [result, setResult] = useState<{ name: string; found: CheckedPack } | null>(null);
  const [errors, setErrors] = useState(NONE);
  const check = async (file: File) => {
    setErrors(NONE);
    setResult(null);
    setShare(0);
    try {
      const found = await uploadFile<CheckedPack>('/files/pack-checks', file, { onProgress: setShare });
      setResult({ name: file.name, found });
    } catch (error) {
      setErrors([{ message: problemOf(error).message }]);
    } finally {
      setShare(null);
    }
  };
  return (
    <div className={classes.stack}>
      <Panel title="The pack">
        <ErrorSummary errors={errors} />
        <FileDrop
          label="Choose the ZIP"
          hint="A ZIP file, up to 8 GB. The command pack:verify checks packs of any size."
          endings={['.zip']}
          maxBytes={LARGEST}
          disabled={share !== null}
          onFiles={([file]) => {
            if (file) void check(file);
          }}
          onRefused={(refused) => setErrors(refused.map(({ message }) => ({ message })))}
        />
        {share === null ? null : (
          <ProgressLine
            label="Checking the pack"
            share={share < 1 ? share : null}
            stage={share < 1 ? 'Sending it' : 'Reading every file in it'}
          />
        )}
      </Panel>
      <div role="status">{result ? <Result name={result.name} found={result.found} /> : null}</div>
    </div>
  );
}

function Result({ name, found }: { name: string; found: CheckedPack }) {
  const { says, known, sha256 } = found;
  return (
    <Panel title={name}>
      <div className={classes.proof}>
        <VerdictWords verdict={found} />
        <dl className={classes.facts}>
          {says ? (
            <div className={classes.fact}>
              <dt>It says that it is of</dt>
              <dd>
                {says.plan}, {says.council}, made on {dayInWords(says.generatedAt)}
                {says.partial.length > 0 ? `, partial: without ${says.partial.join(', ')}` : ''}
              </dd>
            </div>
          ) : null}
          <div className={classes.fact}>
            <dt>SHA-256 of the ZIP</dt>
            <dd className={classes.hash}>{sha256}</dd>
          </div>
          <div className={classes.fact}>
            <dt>On record here</dt>
            <dd>
              {known ? (
                <Link to={paths.pack} params={{ planId: known.planId, packId: known.packId }}>
                  Pack {known.number}, with these very bytes
                </Link>
              ) : (
                'No pack with these bytes'
              )}
            </dd>
          </div>
        </dl>
      </div>
    </Panel>
  );
}
