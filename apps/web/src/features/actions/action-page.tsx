import { Page } from '../../components/page.tsx';

export function ActionPage() {
  return <Page title="Action" />;
}
