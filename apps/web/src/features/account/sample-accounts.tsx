import { ROLE_LABELS, type Role } from '@gt/contracts/words';
import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sampleAccountsQuery } from './queries.ts';
import classes from './sample-accounts.module.css';

type SampleAccountsProps = {
  busy: boolean;
  onChoose: (account: { email: string; password: string }) => void;
};

/** What the name does not say already: "Programme Lead" needs no "Programme lead" beside it. */
function rolesBeside(name: string, roles: readonly Role[]): string {
  const labels = roles.map((role) => ROLE_LABELS[role]).join(', ');
  return labels.toLowerCase() === name.toLowerCase() ? '' : labels;
}

/** In sample mode: every made-up account, one click each. Renders nothing elsewhere. */
export function SampleAccounts({ busy, onChoose }: SampleAccountsProps) {
  const { data } = useQuery(sampleAccountsQuery);
  if (!data || data.accounts.length === 0) return null;
  return (
    <section className={classes.root} aria-labelledby="sample-accounts">
      <h2 id="sample-accounts" className={classes.title}>
        Sample accounts
      </h2>
      <p className={classes.lead}>This is a made-up trust. Choose whose desk to sit at.</p>
      <ul className={classes.list}>
        {data.accounts.map(({ email, name, roles, password }) => (
          <li key={email}>
            <UnstyledButton
              className={classes.choice}
              disabled={busy}
              onClick={() => onChoose({ email, password })}
            >
              <span className={classes.name}>{name}</span>
              <span className={classes.role}>{rolesBeside(name, roles)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
