import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef } from 'react';

/**
 * A dialog that is rendered while it is open and not otherwise. The focus goes back to where it was: Mantine's own
 * return needs a dialog that is rendered closed first.
 */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const { current } = opener;
    // After the dialog and its trap are gone from the page; an opener that is gone too leaves the focus alone.
    return () => {
      setTimeout(() => {
        if (current instanceof HTMLElement && current.isConnected) current.focus();
      });
    };
  }, []);
  return <Modal {...props} opened returnFocus={false} />;
}
