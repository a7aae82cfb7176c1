import { OMISSION_LABELS } from '@gt/contracts/words';
import { Panel } from '@gt/ui';
import classes from './packs.module.css';
import type { PackDetail } from './queries.ts';

/** Everything in scope that is not in the pack, by the reason, as OMISSIONS.csv lists it. */
export function OmissionsPanel({ pack: { omissions } }: { pack: PackDetail }) {
  const groups = [...Map.groupBy(omissions, ({ code }) => code)];
  return (
    <Panel title="What was left out" aside={omissions.length > 0 ? `${omissions.length} in all` : undefined}>
      {groups.length === 0 ? <p className={classes.plain}>Nothing in scope was left out.</p> : null}
      {groups.map(([code, items]) => (
        <section key={code} aria-label={OMISSION_LABELS[code]}>
          <h3 className={classes.reason}>
            {OMISSION_LABELS[code]} <span className="gt-figures">({items.length})</span>
          </h3>
          <ul className={classes.plainList}>
            {items.map(({ ref, title, reason }) => (
              <li key={`${ref} ${title}`}>
                <strong className="gt-figures">{ref}</strong> {title}: {reason}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
