import classes from './packs.module.css';
import type { Verdict } from './queries.ts';

type VerdictWordsProps = { verdict: Pick<Verdict, 'ok' | 'sentence' | 'problems' | 'problemsTotal'> };

/** What checking a pack found: one sentence, and each file that is not as it was. */
export function VerdictWords({ verdict: { ok, sentence, problems, problemsTotal } }: VerdictWordsProps) {
  return (
    <div className={classes.verdict} data-ok={ok}>
      <p>
        <span aria-hidden="true">{ok ? '✓ ' : '▲ '}</span>
        {sentence}
      </p>
      {problems.length > 0 ? (
        <ul>
          {problems.map(({ path, problem, detail }) => (
            <li key={`${path} ${problem}`}>
              <strong>{path}</strong>: {detail}
            </li>
          ))}
        </ul>
      ) : null}
      {problemsTotal > problems.length ? <p>{problemsTotal - problems.length} more.</p> : null}
    </div>
  );
}
