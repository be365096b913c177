import { Notifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';
import { useKeptFocus } from './keep-focus';

export function Root() {
  useKeptFocus();
  return (
    <>
      <Outlet />
      <Notifications position="bottom-right" containerWidth={360} />
    </>
  );
}
