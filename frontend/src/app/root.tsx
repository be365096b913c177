import { Notifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';

export function Root() {
  return (
    <>
      <Outlet />
      <Notifications position="bottom-right" containerWidth={360} />
    </>
  );
}
