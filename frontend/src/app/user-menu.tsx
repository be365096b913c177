import { useLingui } from '@lingui/react/macro';
import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconBook, IconChevronDown, IconLogout, IconTerminal2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useViewer } from '../lib/viewer';
import { useSignOut } from '../sections/sign-in/sign-out';
import { Person } from '../ui/person';
import { useAccountLooks } from './looks';
import { LooksItems } from './looks-items';
import { accountPages, barPages } from './sections';
import classes from './shell.module.css';

function PageItems({ pages }: { pages: typeof barPages }) {
  const { i18n } = useLingui();
  return pages.map(({ to, label, icon: Icon }) => (
    <Menu.Item
      key={to}
      leftSection={<Icon size={16} aria-hidden />}
      renderRoot={(props) => <Link to={to} {...props} />}
    >
      {i18n._(label)}
    </Menu.Item>
  ));
}

/** The menu at the top right: everywhere, the looks, and out. */
export function UserMenu() {
  const { t } = useLingui();
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
      <Menu.Dropdown mah="calc(100dvh - var(--bar) - 1rem)" className={classes.dropdown}>
        <div className={classes.whose}>
          <Text fw={600} className="breakable">
            {viewer.fullName || viewer.username}
          </Text>
          <Text size="sm" c="dimmed" className="breakable">
            {viewer.email}
          </Text>
        </div>
        <Menu.Divider />
        <PageItems pages={barPages} />
        <Menu.Divider />
        <PageItems pages={accountPages} />
        <Menu.Divider />
        <Menu.Item component="a" href="/playground/" leftSection={<IconTerminal2 size={16} aria-hidden />}>
          {t`API playground`}
        </Menu.Item>
        <Menu.Item component="a" href="/schema.graphql" leftSection={<IconBook size={16} aria-hidden />}>
          {t`API reference`}
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
