import { useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { IconCookieOff } from '@tabler/icons-react';
import { useSessionDropped } from '../../lib/session-context';
import { isSiteDataBlocked } from '../../lib/storage';

/** What is in the way of a session; undefined: nothing that is known. */
function useObstacle(): { title: string; advice: string } | undefined {
  const { t } = useLingui();
  const dropped = useSessionDropped();
  if (isSiteDataBlocked()) {
    return {
      title: t`Your browser blocks cookies`,
      advice: t`Portico needs them to keep you signed in. Allow cookies for this site in your browser’s settings, then reload.`,
    };
  }
  if (!dropped) return undefined;
  return {
    title: t`Your browser didn’t keep you signed in`,
    advice: isSecureContext
      ? t`Allow cookies for this site in your browser’s settings, then sign in again.`
      : t`This page is not encrypted, so your browser keeps no session for it. Open it with https:// and sign in again.`,
  };
}

/**
 * Says that signing in takes cookies: before it, where the browser admits that it
 * keeps none, and after it, where the session was gone a moment later.
 */
export function CookieNotice() {
  const obstacle = useObstacle();
  if (!obstacle) return null;
  return (
    <Alert color="warn" icon={<IconCookieOff aria-hidden />} title={obstacle.title} role="alert">
      <Text>{obstacle.advice}</Text>
    </Alert>
  );
}
