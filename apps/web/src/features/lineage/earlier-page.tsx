import { FRAMEWORKS, formatDate, GRADE_LABELS, JUDGEMENT_AREA_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { EmptyState, Panel, SkeletonRows } from '@gt/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { ProblemPanel } from '../../components/problem-panel.tsx';
import { paths, signedIn } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import { RedactedNote } from '../redactions/public.tsx';
import classes from './earlier.module.css';
import { EarlierItem } from './earlier-item.tsx';
import { EarlierItemDialog } from './earlier-item-dialog.tsx';
import { EarlierMenu } from './earlier-menu.tsx';
import { inspectionName } from './lineage-words.ts';
import { type History, historyQuery, type Inspection } from './queries.ts';

/** One inspection that is kept as history: what it said, and what people know of what came of it. */
export function EarlierPage() {
  const { planId, earlierId } = useParams({ from: signedIn(paths.earlier) });
  const { roles } = useUser();
  const { data, error, refetch } = useQuery(historyQuery(planId));
  const inspection = data?.inspections.find(({ source, id }) => source === 'EARLIER' && id === earlierId);
  const mayEdit = holds(roles, 'recommendation.edit') && inspection?.redactedAt === null;
  return (
    <Page
      title={inspection ? `${inspection.authority} ${inspectionName(inspection)}` : 'Earlier inspection'}
      lead={
        <Link to={paths.lineage} params={{ planId }}>
          Lineage of the plan
        </Link>
      }
      actions={
        inspection ? <EarlierMenu key={inspection.id} planId={planId} inspection={inspection} /> : undefined
      }
    >
      {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={8} rowHeight={72} label="Loading the inspection" /> : null}
      {data && !inspection ? (
        <EmptyState sentence="This inspection is no longer in the lineage. It may have been taken away." />
      ) : null}
      {data && inspection ? <Body history={data} inspection={inspection} mayEdit={mayEdit} /> : null}
    </Page>
  );
}

type BodyProps = { history: History; inspection: Inspection; mayEdit: boolean };

function Body({ history, inspection, mayEdit }: BodyProps) {
  const [isAdding, setAdding] = useState(false);
  const items = history.items.filter(({ inspectionKey }) => inspectionKey === inspection.key);
  const add = mayEdit ? (
    <Button variant="default" className="gt-screen-only" onClick={() => setAdding(true)}>
      Add a recommendation
    </Button>
  ) : undefined;
  return (
    <div className={classes.stack}>
      <Facts inspection={inspection} />
      <Panel title="What it said" aside={`${items.length} in this inspection`}>
        {items.length === 0 ? <p className={classes.lead}>It named nothing to improve.</p> : null}
        <ol className={classes.list}>
          {items.map((item) => (
            <EarlierItem key={item.key} item={item} history={history} mayEdit={mayEdit} />
          ))}
        </ol>
        {add ? <div className={classes.other}>{add}</div> : null}
      </Panel>
      {isAdding ? (
        <EarlierItemDialog earlierInspectionId={inspection.id} onClose={() => setAdding(false)} />
      ) : null}
    </div>
  );
}

function Facts({ inspection }: { inspection: Inspection }) {
  const { dateText, startDate, endDate, publicationDate, frameworkKey, judgements, reportFileName } =
    inspection;
  const days = [startDate, endDate].filter((day) => day !== null).map(formatDate);
  return (
    <Panel title="The inspection">
      {inspection.redactedAt ? <RedactedNote redactedAt={inspection.redactedAt} /> : null}
      <dl className={classes.facts}>
        <div>
          <dt>Dates</dt>
          <dd>{dateText || days.join(' to ')}</dd>
        </div>
        <div>
          <dt>Published</dt>
          <dd>{publicationDate ? formatDate(publicationDate) : 'Not known'}</dd>
        </div>
        <div>
          <dt>Framework</dt>
          <dd>{FRAMEWORKS.find(({ key }) => key === frameworkKey)?.label ?? frameworkKey}</dd>
        </div>
        {judgements.map(({ area, grade }) => (
          <div key={area}>
            <dt>{JUDGEMENT_AREA_LABELS[area] ?? area}</dt>
            <dd>{GRADE_LABELS[grade]}</dd>
          </div>
        ))}
        <div>
          <dt>Report</dt>
          <dd>
            {reportFileName ? (
              <a
                href={`/files/earlier-inspections/${inspection.id}/report`}
                className={classes.link}
                download
              >
                {reportFileName}
              </a>
            ) : (
              'Typed by hand'
            )}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
