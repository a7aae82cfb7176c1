import { Page } from '../../components/page.tsx';

export function PlanActionsPage() {
  return <Page title="Actions" />;
}
