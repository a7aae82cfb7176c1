import { SkeletonRows } from '@gt/ui';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../../components/page.tsx';
import { ProblemPanel } from '../../../components/problem-panel.tsx';
import { templatesQuery } from '../queries.ts';
import classes from '../reports.module.css';
import { LogoPanel } from './logo-panel.tsx';
import { TemplateForm } from './template-form.tsx';

const LEAD =
  'How board reports and statements of action are laid out when they are made. Papers that are made already stay as they are.';

/** What the trust sets for its papers: the logo, and for each kind the title, the order and the headings. */
export function TemplatesPage() {
  const { data, error, refetch } = useQuery(templatesQuery());
  return (
    <Page title="Templates of papers" lead={LEAD}>
      {error && !data ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} rowHeight={180} label="Loading the templates" /> : null}
      {data ? (
        <div className={classes.page}>
          <div className={classes.column}>
            {data.templates.map((template) => (
              <TemplateForm key={`${template.kind} ${template.version}`} template={template} />
            ))}
          </div>
          <div className={classes.column}>
            <LogoPanel key={data.logo?.version ?? 0} logo={data.logo} />
          </div>
        </div>
      ) : null}
    </Page>
  );
}
