import { PLAN_KIND_LABELS } from '@gt/contracts/words';
import { holds } from '@gt/domain/authz';
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import { useUser } from '../../lib/session.ts';
import classes from './plan-switcher.module.css';
import { usePlans } from './use-plans.ts';

/** Which plan is open, and the way to another. With one plan it is a name and no menu. */
export function PlanSwitcher({ planId }: { planId: string | undefined }) {
  const { roles } = useUser();
  const { data: plans = [] } = usePlans();
  const current = plans.find((plan) => plan.id === planId);
  if (plans.length === 0) return null;
  if (plans.length === 1 && current) return <span className={classes.name}>{current.name}</span>;
  const seesAll = holds(roles, 'plan.read');
  return (
    <Menu position="bottom-start" width={360}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className={classes.button}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        >
          <span className="gt-visually-hidden">Plan: </span>
          <span className={classes.name}>{current?.name ?? 'Choose a plan'}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.list}>
        {seesAll ? (
          <>
            <Menu.Item renderRoot={(props: object) => <Link to={paths.allPlans} {...props} />}>
              All plans side by side
            </Menu.Item>
            <Menu.Divider />
          </>
        ) : null}
        {plans.map(({ id, name, kind }) => (
          <Menu.Item
            key={id}
            renderRoot={(props: object) => (
              <Link to={seesAll ? paths.position : paths.planActions} params={{ planId: id }} {...props} />
            )}
            rightSection={id === planId ? <IconCheck size={16} aria-label="open now" /> : null}
          >
            {name}
            <span className={classes.kind}>{PLAN_KIND_LABELS[kind]}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
