import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../lib/paths.ts';
import classes from './plan-switcher.module.css';
import { usePlans } from './use-plans.ts';

/** Which plan is open, and the way to another. With one plan it is a name and no menu. */
export function PlanSwitcher({ planId }: { planId: string | undefined }) {
  const { data: plans = [] } = usePlans();
  const current = plans.find((plan) => plan.id === planId);
  if (plans.length === 0) return null;
  if (plans.length === 1 && current) return <span className={classes.name}>{current.name}</span>;
  return (
    <Menu position="bottom-start" width={320}>
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
      <Menu.Dropdown>
        {plans.map(({ id, name }) => (
          <Menu.Item
            key={id}
            renderRoot={(props: object) => <Link to={paths.position} params={{ planId: id }} {...props} />}
            rightSection={id === planId ? <IconCheck size={16} aria-label="open now" /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
