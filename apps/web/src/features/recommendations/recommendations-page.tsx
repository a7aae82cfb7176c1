import { Page } from '../../components/page.tsx';

export function RecommendationsPage() {
  return <Page title="Recommendations" />;
}
