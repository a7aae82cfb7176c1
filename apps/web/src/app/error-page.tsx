import { EmptyState, PageHeader } from '@gt/ui';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { problemOf } from '../lib/problem.ts';
import { useTitle } from '../lib/use-title.ts';
import { PlainFrame } from './plain-frame.tsx';

/** A page that could not be shown: what happened, the reference to quote, and a way on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const problem = problemOf(error);
  useTitle('There is a problem');
  return (
    <>
      <PageHeader title="There is a problem" />
      <EmptyState
        sentence={problem.message}
        detail={problem.requestId ? `Reference to quote: ${problem.requestId}` : undefined}
        buttonLabel="Try again"
        onButton={() => {
          reset();
          void router.invalidate();
        }}
      />
    </>
  );
}

/** The same outside the shell, when not even the frame of the page could be made. */
export function ErrorPageAlone(props: ErrorComponentProps) {
  return (
    <PlainFrame>
      <ErrorPage {...props} />
    </PlainFrame>
  );
}
