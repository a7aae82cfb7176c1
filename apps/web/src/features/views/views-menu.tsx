import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { copyLink } from '../../components/copy-link.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import type { PlanActionsSearch } from '../../lib/plan-actions-search.ts';
import { type View, viewsQuery } from './queries.ts';
import { useViewDeeds } from './use-view-deeds.ts';
import { ViewItems } from './view-items.tsx';
import { isChanged } from './view-search.ts';
import { ViewSentence } from './view-sentence.tsx';
import classes from './views.module.css';

/** Fetched when a view is to be named: most visits only look. */
const NameViewDialog = lazyPart(async () => (await import('./name-view-dialog.tsx')).NameViewDialog);

type ViewsMenuProps = { planId: string; search: PlanActionsSearch };

/** What the plan shows before anything is asked for. */
const ALL = { kind: 'READY', search: {} } as const;

/** "View: My team, unsaved changes": the ways of looking at the plan that the product, one's own hand or colleagues keep. */
export function ViewsMenu({ planId, search }: ViewsMenuProps) {
  const { data } = useQuery(viewsQuery(planId));
  const deeds = useViewDeeds(planId, search);
  const [naming, setNaming] = useState<'new' | View | null>(null);
  const current = data?.views.find(({ id }) => id === search.saved);
  const changed = current !== undefined && isChanged(search, current);
  return (
    <>
      <div className={classes.menu}>
        <Menu position="bottom-end" width={320}>
          <Menu.Target>
            <Button
              variant="default"
              className={classes.button}
              rightSection={<IconChevronDown size={16} aria-hidden="true" />}
            >
              <span className={classes.label}>View: </span>
              <span className={classes.name}>{current?.name ?? 'All actions'}</span>
              {changed ? (
                <>
                  <span className={classes.dot} aria-hidden="true" />
                  <span className="gt-visually-hidden">, unsaved changes</span>
                </>
              ) : null}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.dropdown}>
            <ViewItems
              views={data?.views ?? []}
              mayShare={data?.mayShare ?? false}
              current={current}
              changed={changed}
              isNarrowed={isChanged(search, ALL)}
              deeds={deeds}
              onName={setNaming}
              onCopy={() => void copyLink()}
            />
          </Menu.Dropdown>
        </Menu>
        {changed && current ? (
          <Button
            variant="subtle"
            onClick={() => (current.mayEdit ? void deeds.save(current) : setNaming('new'))}
          >
            {current.mayEdit ? 'Save' : 'Save as…'}
          </Button>
        ) : null}
      </div>
      <ViewSentence
        isGone={data !== undefined && search.saved !== undefined && current === undefined}
        current={current}
        deeds={deeds}
        onCopyView={() => setNaming('new')}
      />
      {naming ? (
        <Suspense>
          <NameViewDialog
            title={naming === 'new' ? 'Save this view' : `Rename “${naming.name}”`}
            submitLabel={naming === 'new' ? 'Save the view' : 'Rename'}
            name={naming === 'new' ? '' : naming.name}
            asksSharing={naming === 'new' && (data?.mayShare ?? false)}
            busy={deeds.busy}
            onSubmit={(name, isShared) =>
              naming === 'new' ? deeds.create(name, isShared) : deeds.rename(naming, name)
            }
            onClose={() => setNaming(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
