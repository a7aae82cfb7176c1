import { FINDING_KIND_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { toast } from '../../components/toast.tsx';
import { dayInWords } from '../../lib/instants.ts';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { type ScreenedText, useScreeningWrites } from './queries.ts';
import classes from './screening.module.css';

type TextRowProps = { planId: string; row: ScreenedText; onAllow: () => void };

/** One text: whose it is, what was found in it, and what can be done about it. */
export function TextRow({ planId, row, onAllow }: TextRowProps) {
  const { roles } = useUser();
  const { takeBackText } = useScreeningWrites();
  const { allowance, reference, title, findings, whyNot } = row;
  const isVerifier = holds(roles, 'evidence.check');
  const takeBack = async ({ id, version }: NonNullable<ScreenedText['allowance']>) => {
    await takeBackText.mutateAsync({ allowanceId: id, version });
    toast(`Packs asked for from now on leave out these words of ${reference}.`);
  };
  return (
    <li className={classes.card}>
      <p>
        <Place planId={planId} row={row} /> {title}
      </p>
      <ul className={classes.sentences}>
        {findings.map(({ kind, masked, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice in one text
          <li key={index}>
            {FINDING_KIND_LABELS[kind]} <span className={classes.masked}>{masked}</span>. {why}.
          </li>
        ))}
      </ul>
      {allowance ? (
        <p className={classes.quiet}>
          <span aria-hidden="true">✓ </span>
          Allowed for packs by {allowance.by} on {dayInWords(allowance.at)}: {allowance.reason}
        </p>
      ) : null}
      {isVerifier && whyNot !== '' && !allowance ? <p className={classes.quiet}>{whyNot}</p> : null}
      {isVerifier ? (
        <div className={classes.buttons}>
          {allowance ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={takeBackText.isPending}
              onClick={() => void takeBack(allowance)}
            >
              Take this back
              <span className="gt-visually-hidden">
                {' '}
                for {reference}, {title}
              </span>
            </Button>
          ) : whyNot === '' ? (
            <Button size="compact-sm" variant="default" onClick={onAllow}>
              Allow for packs …
              <span className="gt-visually-hidden">
                {' '}
                {reference}, {title}
              </span>
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function Place({ planId, row: { place, reference } }: Pick<TextRowProps, 'planId' | 'row'>) {
  if (place.kind === 'ACTION') {
    return (
      <Link to={paths.action} params={{ planId, actionId: place.id }}>
        {reference}
      </Link>
    );
  }
  if (place.kind === 'RECOMMENDATION') {
    return (
      <Link to={paths.recommendation} params={{ planId, recommendationId: place.id }}>
        {reference}
      </Link>
    );
  }
  return place.kind === 'EVIDENCE' ? (
    <Link to={paths.evidence} params={{ planId }} search={{ open: place.id }}>
      {reference}
    </Link>
  ) : (
    <Link to={paths.measures} params={{ planId }} search={{ open: place.id }}>
      {reference}
    </Link>
  );
}
