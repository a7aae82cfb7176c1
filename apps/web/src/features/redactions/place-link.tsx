import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../lib/paths.ts';
import type { RedactionPreview } from './queries.ts';
import classes from './redactions.module.css';

type PlaceLinkProps = { planId: string; place: RedactionPreview['place']; children: ReactNode };

/** To the page on which a record is read. */
export function PlaceLink({ planId, place: { kind, id }, children }: PlaceLinkProps) {
  if (kind === 'ACTION') {
    return (
      <Link className={classes.link} to={paths.action} params={{ planId, actionId: id }}>
        {children}
      </Link>
    );
  }
  if (kind === 'RECOMMENDATION') {
    return (
      <Link className={classes.link} to={paths.recommendation} params={{ planId, recommendationId: id }}>
        {children}
      </Link>
    );
  }
  if (kind === 'REPORT') {
    return (
      <Link className={classes.link} to={paths.report} params={{ planId, reportId: id }}>
        {children}
      </Link>
    );
  }
  if (kind === 'REVIEW') {
    return (
      <Link className={classes.link} to={paths.review} params={{ planId, reviewId: id }}>
        {children}
      </Link>
    );
  }
  if (kind === 'PACK') {
    return (
      <Link className={classes.link} to={paths.pack} params={{ planId, packId: id }}>
        {children}
      </Link>
    );
  }
  if (kind === 'LINEAGE') {
    return (
      <Link className={classes.link} to={paths.lineage} params={{ planId }}>
        {children}
      </Link>
    );
  }
  if (kind === 'CALENDAR') {
    return (
      <Link className={classes.link} to={paths.calendar} params={{ planId }}>
        {children}
      </Link>
    );
  }
  if (kind === 'LINE_OF_ENQUIRY') {
    return (
      <Link className={classes.link} to={paths.enquiries} params={{ planId }}>
        {children}
      </Link>
    );
  }
  if (kind === 'MEASURE') {
    return (
      <Link className={classes.link} to={paths.measures} params={{ planId }} search={{ open: id }}>
        {children}
      </Link>
    );
  }
  return (
    <Link
      className={classes.link}
      to={kind === 'EVIDENCE' ? paths.evidence : paths.recommendations}
      params={{ planId }}
    >
      {children}
    </Link>
  );
}
