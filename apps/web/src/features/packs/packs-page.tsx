import { Page } from '../../components/page.tsx';

export function PacksPage() {
  return <Page title="Evidence packs" />;
}
