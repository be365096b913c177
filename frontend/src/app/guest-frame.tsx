import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { Logo } from '../ui/logo';
import { useFocusOnNavigation } from './focus';
import { useDeviceLooks } from './looks';
import { LooksItems } from './looks-items';
import classes from './shell.module.css';

const columns = [44, 113, 182, 251, 320];

/** A portico: lit stone, what lies in its shadow, and the dark behind its columns. */
function Picture() {
  return (
    <svg className={classes.portico} viewBox="0 0 400 260" preserveAspectRatio="xMidYMax" aria-hidden="true">
      <path className={classes.behind} d="M52 108h296v136H52z" />
      {columns.map((x) => (
        <g key={x}>
          <path className={classes.lit} d={`M${x} 108h36v136h-36z`} />
          <path className={classes.shade} d={`M${x + 24} 108h12v136h-12z`} />
        </g>
      ))}
      <path className={classes.shade} d="M44 108h312v9H44z" />
      <path className={classes.lit} d="M200 8 392 82v10h-16v16H24V92H8V82zM24 244h352v8h16v8H8v-8h16z" />
      <path className={classes.shade} d="M200 28 326 76H74zM24 92h352v4H24zM24 252h352v2H24z" />
    </svg>
  );
}

/** What Portico is, beside the form where there is room. */
function Brand() {
  return (
    <aside className={classes.brand} aria-label="Portico">
      <Logo />
      <div className={classes.claim}>
        <p>
          <Trans>All your apps in one place</Trans>
        </p>
        <p>
          <Trans>See what runs, what it costs, and who has access.</Trans>
        </p>
      </div>
      <Picture />
    </aside>
  );
}

/** The frame around the pages of somebody who is not signed in, or need not be. */
export function GuestFrame() {
  const { t } = useLingui();
  const looks = useDeviceLooks();
  const content = useFocusOnNavigation();
  return (
    <div className={classes.guest}>
      <Brand />
      <div className={classes.guestPage}>
        <header className={classes.guestBar}>
          <div className={classes.guestLogo}>
            <Logo />
          </div>
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
    </div>
  );
}
