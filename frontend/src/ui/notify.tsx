import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { Problem } from '../lib/problems';
import { faultText } from './fault-text';

const closeButtonProps = () => ({ 'aria-label': t`Close` });

/** Says at the edge of the page that something went well. */
export function tellDone(message: string) {
  notifications.show({
    message,
    color: 'ok',
    icon: <IconCircleCheck size={20} aria-hidden />,
    autoClose: 4000,
    closeButtonProps: closeButtonProps(),
  });
}

/** Says that something did not go well, and stays until it is closed. */
export function tellFault(title: string, message: string): string {
  return notifications.show({
    title,
    message,
    color: 'danger',
    icon: <IconAlertCircle size={20} aria-hidden />,
    autoClose: false,
    closeButtonProps: closeButtonProps(),
  });
}

/** What says that the server can't be reached. */
const unreached = new Set<string>();

/** Says what did not work and why, for a fault that is not the user's. */
export function tellProblem(title: string, problem: Problem) {
  const { requestId } = problem;
  const id = tellFault(
    title,
    [faultText(problem).advice, requestId && t`Request ID: ${requestId}`].filter(Boolean).join(' '),
  );
  if (problem.code === 'NETWORK') unreached.add(id);
}

/** The server can be reached: closes what says otherwise. */
export function closeUnreached() {
  for (const id of unreached) notifications.hide(id);
  unreached.clear();
}
