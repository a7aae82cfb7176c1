import { EmptyState } from '@gt/ui';
import { problemOf } from '../lib/problem.ts';

/** A part of a page that could not be loaded: what happened, the reference to quote, and another try. */
export function ProblemPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { message, requestId } = problemOf(error);
  return (
    <div role="alert">
      <EmptyState
        sentence={message}
        detail={requestId ? `Reference to quote: ${requestId}` : undefined}
        buttonLabel={onRetry ? 'Try again' : undefined}
        onButton={onRetry}
      />
    </div>
  );
}
