import { Notifications } from '@mantine/notifications';

export function ToastStage() {
  return <Notifications position="bottom-right" limit={3} transitionDuration={120} />;
}
