import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Logo } from '../ui/logo';
import { Commands, useCommands } from './commands';
import { ConnectionSign } from './connection';
import { barPages } from './sections';
import classes from './shell.module.css';
import { UserMenu } from './user-menu';

export function Header() {
  const { t, i18n } = useLingui();
  const commands = useCommands();
  return (
    <header className={classes.header}>
      <div className={`column ${classes.bar}`}>
        <Link to="/apps" className={classes.home} aria-label={t`Portico home`}>
          <Logo />
        </Link>
        <nav className={classes.nav} aria-label={t`Main`}>
          {barPages.map(({ to, label }) => (
            <Link key={to} to={to} className={classes.link}>
              {i18n._(label)}
            </Link>
          ))}
        </nav>
        <div className={classes.end}>
          <ConnectionSign />
          <Tooltip label={t`Search or jump to… (${commands.keys})`} withArrow>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              onClick={commands.openPalette}
              aria-label={t`Commands`}
            >
              <IconSearch size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <UserMenu />
        </div>
      </div>
      <Commands {...commands} />
    </header>
  );
}
