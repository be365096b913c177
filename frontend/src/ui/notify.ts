import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';

const closeButtonProps = () => ({ 'aria-label': t`Close` });

/** Says at the edge of the page that something went well. */
export function tellDone(message: string) {
  notifications.show({ message, color: 'teal', autoClose: 4000, closeButtonProps: closeButtonProps() });
}

/** Says that something did not go well, and stays until it is closed. */
export function tellFault(title: string, message: string) {
  notifications.show({
    title,
    message,
    color: 'red',
    autoClose: false,
    closeButtonProps: closeButtonProps(),
  });
}
