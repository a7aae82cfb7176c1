import { Page } from '../../components/page.tsx';

export function RedactionsPage() {
  return <Page title="Words and files to destroy" />;
}
