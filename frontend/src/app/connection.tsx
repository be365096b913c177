import { useLingui } from '@lingui/react/macro';
import { Text, Tooltip } from '@mantine/core';
import { IconBolt, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useConnectionState } from '../lib/socket-context';
import classes from './shell.module.css';

/** Whether what is on the page is live, in a word and a sign. */
export function ConnectionSign() {
  const { t } = useLingui();
  const state = useConnectionState();
  const signs = {
    idle: null,
    connecting: null,
    connected: { icon: IconBolt, word: t`Live`, more: t`Connected. Changes appear in real time.` },
    reconnecting: {
      icon: IconRefresh,
      word: t`Reconnecting`,
      more: t`Connection lost. Reconnecting… You won’t miss any events.`,
    },
    offline: {
      icon: IconPlugConnectedX,
      word: t`Offline`,
      more: t`Can’t reach Portico. This page may be out of date.`,
    },
  } as const;
  const sign = signs[state];
  return (
    <div role="status" className={classes.connection} data-state={state}>
      {sign && (
        <Tooltip label={sign.more} withArrow multiline maw={260}>
          <span className={classes.sign}>
            <sign.icon size={15} aria-hidden />
            <Text span size="xs" fw={500} className={classes.word}>
              {sign.word}
            </Text>
          </span>
        </Tooltip>
      )}
    </div>
  );
}
