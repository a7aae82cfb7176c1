import { Modal, type ModalProps } from '@mantine/core';
import { useReturnFocus } from './return-focus.ts';

/**
 * A dialog that is rendered while it is open and not otherwise. Mantine's own return of the focus needs a dialog that
 * is rendered closed first, and an opener that is still there.
 */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useReturnFocus(true);
  return <Modal {...props} opened returnFocus={false} />;
}
