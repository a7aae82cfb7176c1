import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useDialog } from '../../lib/use-dialog.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import type { Recommendation } from './queries.ts';

const OPENER = 'recommendation-menu';

/** What is seldom done with a recommendation. Nothing for who may not, or once its words are gone. */
export function RecommendationMenu({ recommendation }: { recommendation: Recommendation }) {
  const mayDestroy = useMayRequestDestroy();
  const dialog = useDialog<true>();
  if (!mayDestroy || recommendation.redactedAt) return null;
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon
            data-opener={OPENER}
            variant="default"
            size="lg"
            aria-label={`More to do with ${recommendation.reference}`}
          >
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => dialog.open(true, OPENER)}>Destroy what must not be there …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RequestDestroy
        {...dialog.modal}
        entity="RECOMMENDATION"
        entityId={recommendation.id}
        reference={recommendation.reference}
      />
    </>
  );
}
