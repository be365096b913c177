import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { Logo } from '../ui/logo';
import { useFocusOnNavigation } from './focus';
import { useDeviceLooks } from './looks';
import { LooksItems } from './looks-items';
import classes from './shell.module.css';

/** The frame around the pages of somebody who is not signed in, or need not be. */
export function GuestFrame() {
  const { t } = useLingui();
  const looks = useDeviceLooks();
  const content = useFocusOnNavigation();
  return (
    <div className={classes.guest}>
      <header className={classes.guestBar}>
        <Logo />
        <Menu position="bottom-end" width={200} withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Theme and language`}>
              <IconAdjustments size={20} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <LooksItems looks={looks} />
          </Menu.Dropdown>
        </Menu>
      </header>
      <main id="content" tabIndex={-1} ref={content} className={classes.guestMain}>
        <Outlet />
      </main>
    </div>
  );
}
