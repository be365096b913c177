import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { accountPages } from './sections';
import classes from './shell.module.css';

/** The pages of the account, beside each of them. */
export function AccountRail() {
  const { t, i18n } = useLingui();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (!accountPages.some(({ to }) => path.startsWith(to))) return null;
  return (
    <nav className={classes.rail} aria-label={t`Account`}>
      {accountPages.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={classes.railLink}>
          <Icon size={16} aria-hidden />
          {i18n._(label)}
        </Link>
      ))}
    </nav>
  );
}
