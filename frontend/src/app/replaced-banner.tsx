import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useReplaced } from '../lib/session-context';
import type { Viewer } from '../lib/viewer';
import { ReloadButton } from '../ui/reload-button';
import classes from './shell.module.css';

/** Above a page of an account that isn't the browser's anymore. What is typed there stays until it is loaded again. */
export function ReplacedBanner({ viewer: { username } }: { viewer: Viewer }) {
  if (!useReplaced()) return null;
  return (
    <div role="alert" className={classes.noticeBand}>
      <div className={`column ${classes.notice}`}>
        <IconUserExclamation size={18} aria-hidden />
        <Text span inherit className="breakable" flex="1 1 12rem">
          <Trans>You signed in with another tab. Reload to continue: this page still shows {username}.</Trans>
        </Text>
        <ReloadButton />
      </div>
    </div>
  );
}
