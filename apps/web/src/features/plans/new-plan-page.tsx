import { Page } from '../../components/page.tsx';

export function NewPlanPage() {
  return <Page title="Import an inspection report" />;
}
