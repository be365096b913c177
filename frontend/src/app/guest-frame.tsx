import { Outlet } from '@tanstack/react-router';

export function GuestFrame() {
  return (
    <main>
      <Outlet />
    </main>
  );
}
