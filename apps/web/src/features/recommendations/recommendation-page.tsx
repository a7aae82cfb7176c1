import { Page } from '../../components/page.tsx';

export function RecommendationPage() {
  return <Page title="Recommendation" />;
}
