import { Button, type ButtonProps } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DialogName } from './search';

const route = getRouteApi('/signed-in/authentication');

/** Whether a dialog is open, as the address says, and how it is closed. */
export function useDialog(name: DialogName) {
  const { dialog } = route.useSearch();
  const navigate = route.useNavigate();
  return {
    opened: dialog === name,
    onClose: () => void navigate({ search: {}, replace: true, resetScroll: false, ignoreBlocker: true }),
  };
}

/** A link in the shape of a button that opens a dialog of this page. */
export function DialogButton({
  dialog,
  children,
  ...looks
}: ButtonProps & { dialog: DialogName; children: ReactNode }) {
  return (
    <Button
      {...looks}
      renderRoot={(props) => (
        <Link from="/authentication" to="." search={{ dialog }} resetScroll={false} {...props} />
      )}
    >
      {children}
    </Button>
  );
}
