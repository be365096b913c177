import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconClockX } from '@tabler/icons-react';
import type { ApiTokenRowFragment } from '../../gql/graphql';
import { dayName } from '../../lib/dates';
import { useTimeZone } from '../../lib/viewer';
import { Ago, Until } from '../../ui/ago';
import { Tag } from '../../ui/tag';
import { standingOf } from './expiry';
import { granted } from './scopes';
import classes from './token-facts.module.css';
import { useReachWords } from './words';

export function Expiry({ expiresAt }: { expiresAt: string | null | undefined }) {
  const { i18n } = useLingui();
  const timeZone = useTimeZone();
  const standing = standingOf(expiresAt, new Date());
  if (!expiresAt || standing === 'endless') return <Trans>Never expires</Trans>;
  if (standing === 'ended') {
    return (
      <span className={classes.ended}>
        <IconClockX size={15} aria-hidden />
        <span>
          <Trans>
            Expired <Ago at={expiresAt} />
          </Trans>
        </span>
      </span>
    );
  }
  if (standing === 'soon') {
    return (
      <span className={classes.soon}>
        <IconAlertTriangle size={15} aria-hidden />
        <span>
          <Trans>
            Expires <Until at={expiresAt} />
          </Trans>
        </span>
      </span>
    );
  }
  // A token that ends with a day ends at the first instant of the next one.
  const last = new Date(Date.parse(expiresAt) - 1);
  return <Trans>Expires on {dayName(last, timeZone, i18n.locale)}</Trans>;
}

/** When a token was last used, and from where. */
export function LastUse({ token: { lastUsedAt, lastUsedAddress } }: { token: ApiTokenRowFragment }) {
  if (!lastUsedAt) return <Trans context="of a token">Never used</Trans>;
  if (!lastUsedAddress) {
    return (
      <Trans>
        Last used <Ago at={lastUsedAt} />
      </Trans>
    );
  }
  return (
    <Trans>
      Last used <Ago at={lastUsedAt} /> from {lastUsedAddress}
    </Trans>
  );
}

/** What a token may do, where, and until when. */
export function TokenFacts({ token }: { token: ApiTokenRowFragment }) {
  const reach = useReachWords(granted(token.scopes, token.apps));
  const apps = token.apps.map(({ name }) => name).join(', ');
  return (
    <>
      <span className={classes.scopes}>
        {reach.map(({ area, words }) => (
          <Tag key={area}>{words}</Tag>
        ))}
      </span>
      <span>{apps ? <Trans>Only {apps}</Trans> : <Trans>All apps</Trans>}</span>
      <span>
        <Expiry expiresAt={token.expiresAt} />
      </span>
      <span>
        <Trans>
          Created <Ago at={token.createdAt} />
        </Trans>
      </span>
    </>
  );
}
