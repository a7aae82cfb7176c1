import { countOf } from '@gt/domain/wording';
import { Panel } from '@gt/ui';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import classes from './audit.module.css';
import { refreshHistory, type Verdict, verifyMutation } from './queries.ts';

/** Equal sentences once, with how often. */
function counted(sentences: readonly string[]): [string, number][] {
  return [...new Set(sentences)].map((sentence) => [
    sentence,
    sentences.filter((other) => other === sentence).length,
  ]);
}

function VerdictWords({ verdict }: { verdict: Verdict }) {
  return (
    <div role="status">
      {verdict.ok ? (
        <p className={classes.verdict}>
          ✓ The history is whole: {countOf(verdict.rows, 'row')} checked, none changed, removed, added or
          moved.
        </p>
      ) : (
        <p className={`${classes.verdict} ${classes.bad}`}>
          ▲ The history has been tampered with. {verdict.problem}
        </p>
      )}
      {verdict.head ? (
        <p>
          It ends at row {verdict.head.sequence} with the seal{' '}
          <span className={classes.hash}>{verdict.head.hash}</span>. Every pack prints the seal of its day.
        </p>
      ) : null}
      {verdict.redacted.length > 0 ? (
        <details>
          <summary>
            {countOf(verdict.redacted.length, 'row')} whose words were destroyed by two people
          </summary>
          <ul>
            {counted(verdict.redacted).map(([sentence, rows]) => (
              <li key={sentence}>
                {sentence}: {countOf(rows, 'row')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

/** Proves, on the press of a button, that nobody has rewritten the history. */
export function VerifyPanel() {
  const verify = useMutation(verifyMutation());
  return (
    <Panel title="Is the history whole?">
      <p>
        Each row is sealed with the row before it, so that a change, a gap or an insertion shows. Words that
        two people destroyed are gone, and their rows still count. Rows are sealed every minute, and when you
        check.
      </p>
      {verify.data ? <VerdictWords verdict={verify.data} /> : null}
      {verify.error ? <ProblemPanel error={verify.error} /> : null}
      <Button
        variant="default"
        mt="xs"
        loading={verify.isPending}
        onClick={() => verify.mutate(undefined, { onSuccess: refreshHistory })}
      >
        {verify.data ? 'Check again' : 'Check the history'}
      </Button>
    </Panel>
  );
}
