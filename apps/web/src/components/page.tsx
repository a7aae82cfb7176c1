import { PageHeader, PrintLine } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../lib/session.ts';
import { useTitle } from '../lib/use-title.ts';

type PageProps = {
  /** The h1, and the document's title unless `documentTitle` says more. */
  title: string;
  documentTitle?: string;
  /** A line under the h1: the plan's name, the date, the filter. */
  lead?: ReactNode;
  /** Buttons at the right of the heading. */
  actions?: ReactNode;
  /** On paper, at the head of the page: "Team is Fostering; due within 14 days". */
  printFilter?: string;
  /** On paper, at the head of the page, where it has a marking of its own. */
  marking?: string;
  children?: ReactNode;
};

/** Typed text may name a child however often it is screened: what is printed is handled as sensitive. */
const MARKING = 'OFFICIAL-SENSITIVE';

/** What every page stands in: one h1, the document's title, the page's buttons. */
export function Page({
  title,
  documentTitle,
  lead,
  actions,
  printFilter,
  marking = MARKING,
  children,
}: PageProps) {
  useTitle(documentTitle ?? title);
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  return (
    <>
      {session ? <PrintLine marking={marking} date={session.today} filter={printFilter} /> : null}
      <PageHeader title={title} lead={lead} actions={actions} />
      {children}
    </>
  );
}
