import { Page } from '../../components/page.tsx';

export function PositionPage() {
  return <Page title="Position" />;
}
