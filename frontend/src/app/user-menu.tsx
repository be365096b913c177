import { useLingui } from '@lingui/react/macro';
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconExternalLink, IconLogout } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useViewer } from '../lib/viewer';
import { useSignOut } from '../sections/sign-in/sign-out';
import { Person } from '../ui/person';
import { useAccountLooks } from './looks';
import { LooksItems } from './looks-items';
import { pages } from './sections';
import classes from './shell.module.css';

/** The menu at the top right: everywhere, the looks, and out. */
export function UserMenu() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const looks = useAccountLooks(viewer);
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t`Account menu for ${viewer.username}`}>
          <Person {...viewer} />
          <Text span size="sm" fw={500} className={classes.username}>
            {viewer.username}
          </Text>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 72px)" className={classes.dropdown}>
        {pages.map(({ to, label, icon: Icon }) => (
          <Menu.Item
            key={to}
            leftSection={<Icon size={16} aria-hidden />}
            renderRoot={(props) => <Link to={to} {...props} />}
          >
            {i18n._(label)}
          </Menu.Item>
        ))}
        <Menu.Item component="a" href="/playground/" leftSection={<IconExternalLink size={16} aria-hidden />}>
          {t`API playground`}
        </Menu.Item>
        <Menu.Divider />
        <LooksItems looks={looks} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {t`Sign out`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
