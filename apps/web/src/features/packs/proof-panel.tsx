import { Panel } from '@gt/ui';
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CopyField } from '../../components/copy-field.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import classes from './packs.module.css';
import { type PackDetail, verifyMutation } from './queries.ts';
import { VerdictWords } from './verdict-words.tsx';

/** How anybody can tell that the ZIP is the one that was made: its hash, its key, the sheet that goes beside it. */
export function ProofPanel({ pack }: { pack: PackDetail }) {
  const { id, sha256, key, checkpoint, contentSha256, expiredAt } = pack;
  const verify = useMutation(verifyMutation());
  return (
    <Panel title="How it proves itself">
      <div className={classes.proof}>
        <CopyField label="SHA-256 of the ZIP" value={sha256 ?? ''} copyLabel="Copy the SHA-256" />
        <dl className={classes.facts}>
          <div className={classes.fact}>
            <dt>Signed by key</dt>
            <dd className={classes.hash}>{key?.fingerprint ?? 'Not signed'}</dd>
          </div>
          {checkpoint ? (
            <div className={classes.fact}>
              <dt>End of the sealed history</dt>
              <dd className={classes.hash}>
                Entry {checkpoint.sequence}, {checkpoint.hash}
              </dd>
            </div>
          ) : null}
          {contentSha256 ? (
            <div className={classes.fact}>
              <dt>SHA-256 of what was frozen</dt>
              <dd className={classes.hash}>{contentSha256}</dd>
            </div>
          ) : null}
        </dl>
        {expiredAt ? null : (
          <Group gap="xs" className="gt-screen-only">
            <Button
              variant="default"
              loading={verify.isPending}
              onClick={() => verify.mutate({ packId: id })}
            >
              Check the stored pack
            </Button>
            {key ? (
              <Button component="a" variant="default" href={`/files/packs/${id}/key`} download>
                Download the public key
              </Button>
            ) : null}
          </Group>
        )}
        <div role="status">{verify.data ? <VerdictWords verdict={verify.data} /> : null}</div>
        {verify.error ? <ProblemPanel error={verify.error} /> : null}
        <p className={classes.note}>
          Hand the cover sheet over by another way than the ZIP: it has the SHA-256 and the key, so whoever
          has both can tell whether the pack is the one that was made.
        </p>
      </div>
    </Panel>
  );
}
