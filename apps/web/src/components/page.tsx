import { PageHeader } from '@gt/ui';
import type { ReactNode } from 'react';
import { useTitle } from '../lib/use-title.ts';

type PageProps = {
  /** The h1, and the document's title unless `documentTitle` says more. */
  title: string;
  documentTitle?: string;
  /** A line under the h1: the plan's name, the date, the filter. */
  lead?: ReactNode;
  /** Buttons at the right of the heading. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** What every page stands in: one h1, the document's title, the page's buttons. */
export function Page({ title, documentTitle, lead, actions, children }: PageProps) {
  useTitle(documentTitle ?? title);
  return (
    <>
      <PageHeader title={title} lead={lead} actions={actions} />
      {children}
    </>
  );
}
