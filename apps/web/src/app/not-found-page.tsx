import { EmptyState, PageHeader } from '@gt/ui';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../lib/paths.ts';
import { useTitle } from '../lib/use-title.ts';
import { PlainFrame } from './plain-frame.tsx';

export function NotFoundPage() {
  const navigate = useNavigate();
  useTitle('Page not found');
  return (
    <PlainFrame>
      <PageHeader title="Page not found" />
      <EmptyState
        sentence="There is nothing at this address. It may have been typed wrongly, or you may not have permission to see it."
        buttonLabel="Go to the start"
        onButton={() => void navigate({ to: paths.home })}
      />
    </PlainFrame>
  );
}
