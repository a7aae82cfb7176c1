import { holds } from '@gt/domain/authz';
import { ConfirmDialog } from '@gt/ui';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { toast } from '../../components/toast.tsx';
import { paths } from '../../lib/paths.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUser } from '../../lib/session.ts';
import { useDialog } from '../../lib/use-dialog.ts';
import { RequestDestroy, useMayRequestDestroy } from '../redactions/public.tsx';
import { CorrectEarlierDialog } from './correct-earlier-dialog.tsx';
import { inspectionName } from './lineage-words.ts';
import { type Inspection, useLineageWrites } from './queries.ts';

const OPENER = 'earlier-menu';

/** What is seldom done with an inspection kept as history. */
export function EarlierMenu({ planId, inspection }: { planId: string; inspection: Inspection }) {
  const { roles } = useUser();
  const mayDestroy = useMayRequestDestroy();
  const mayEdit = holds(roles, 'recommendation.edit');
  const dialog = useDialog<'correct' | 'remove' | 'destroy'>();
  if (inspection.redactedAt || !(mayEdit || mayDestroy)) return null;
  const is = (value: typeof dialog.value) => dialog.opened && dialog.value === value;
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <ActionIcon
            data-opener={OPENER}
            variant="default"
            size="lg"
            className="gt-screen-only"
            aria-label="More to do with this inspection"
          >
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit ? (
            <>
              <Menu.Item onClick={() => dialog.open('correct', OPENER)}>Correct the facts …</Menu.Item>
              <Menu.Item onClick={() => dialog.open('remove', OPENER)}>Take it away …</Menu.Item>
            </>
          ) : null}
          {mayDestroy ? (
            <Menu.Item onClick={() => dialog.open('destroy', OPENER)}>
              Destroy what must not be there …
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {is('correct') ? <CorrectEarlierDialog inspection={inspection} onClose={dialog.close} /> : null}
      {is('remove') ? <Remove planId={planId} inspection={inspection} onClose={dialog.close} /> : null}
      <RequestDestroy
        opened={is('destroy')}
        onClose={dialog.close}
        entity="EARLIER_INSPECTION"
        entityId={inspection.id}
        reference={inspectionName(inspection)}
      />
    </>
  );
}

type RemoveProps = { planId: string; inspection: Inspection; onClose: () => void };

function Remove({ planId, inspection, onClose }: RemoveProps) {
  const navigate = useNavigate();
  const { removeInspection, restoreInspection } = useLineageWrites();
  const { id: earlierInspectionId, version } = inspection;
  return (
    <ConfirmDialog
      opened
      title={`Take away ${inspectionName(inspection)}?`}
      confirmLabel="Take it away"
      reasonLabel="Why is it taken away?"
      busy={removeInspection.isPending}
      refusal={removeInspection.error ? problemOf(removeInspection.error).message : undefined}
      onClose={onClose}
      onConfirm={(reason) =>
        removeInspection.mutate(
          { earlierInspectionId, version, reason },
          {
            onSuccess: (gone) => {
              toast('The inspection has been taken away.', {
                undo: () => restoreInspection.mutate({ earlierInspectionId, version: gone.version }),
              });
              void navigate({ to: paths.lineage, params: { planId } });
            },
          },
        )
      }
    >
      <p>
        Every plan of this council loses it from its lineage, with what was confirmed. It can be brought back
        from there.
      </p>
    </ConfirmDialog>
  );
}
