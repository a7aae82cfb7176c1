import { Page } from '../../components/page.tsx';

export function MyWeekPage() {
  return <Page title="My week" />;
}
