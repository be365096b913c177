import { useLingui } from '@lingui/react/macro';
import { ActionIcon, CopyButton as Clipboard, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** Copies a text; `what` names it for those who do not see where the button stands. */
export function Copy({ text, what }: { text: string; what: string }) {
  const { t } = useLingui();
  return (
    <Clipboard value={text} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t`Copied` : t`Copy`} withArrow>
          <ActionIcon
            variant="subtle"
            color={copied ? 'ok' : 'gray'}
            size="sm"
            onClick={copy}
            aria-label={copied ? t`Copied` : t`Copy ${what}`}
          >
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </Clipboard>
  );
}
