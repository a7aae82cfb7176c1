import classes from './packs.module.css';
import type { Omission } from './queries.ts';

type OmissionListProps = { summary: string; omissions: readonly Omission[]; isOpen?: boolean };

/** What is not in a pack, and why; folded away until asked for. */
export function OmissionList({ summary, omissions, isOpen }: OmissionListProps) {
  return (
    <details className={classes.omissions} open={isOpen}>
      <summary>{summary}</summary>
      <ul>
        {omissions.map(({ ref, title, reason }) => (
          <li key={`${ref} ${title}`}>
            <strong className="gt-figures">{ref}</strong> {title}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
