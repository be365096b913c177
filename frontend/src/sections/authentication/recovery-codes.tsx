import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconInfoCircle, IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useViewer } from '../../lib/viewer';
import classes from './recovery-codes.module.css';

function Actions({ text, file }: { text: string; file: string }) {
  return (
    <Group gap="xs">
      <CopyButton value={text} timeout={2000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            onClick={copy}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          >
            {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
          </Button>
        )}
      </CopyButton>
      <Button
        component="a"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download={file}
        variant="default"
        size="xs"
        leftSection={<IconDownload size={14} aria-hidden />}
      >
        <Trans>Download</Trans>
      </Button>
      <Button
        variant="default"
        size="xs"
        onClick={() => print()}
        leftSection={<IconPrinter size={14} aria-hidden />}
      >
        <Trans>Print</Trans>
      </Button>
    </Group>
  );
}

/** The ten codes, the one time that they are shown, with the ways to keep them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useLingui();
  const { username } = useViewer();
  const sheet = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => sheet.current?.focus({ preventScroll: true }), []);
  const title = t`Portico recovery codes for ${username}`;
  return (
    <Stack>
      <Alert
        icon={<IconInfoCircle aria-hidden />}
        title={t`Save these codes now. You won’t be able to see them again.`}
      >
        <Trans>
          Use them to sign in if you lose your authenticator app. Each code works once. Keep them somewhere
          safe, but not on the same phone.
        </Trans>
      </Alert>
      <div className={classes.sheet} data-print ref={sheet} tabIndex={-1}>
        <Text fw={600} className={classes.title}>
          {title}
        </Text>
        <ol className={classes.codes} aria-label={t`Recovery codes`}>
          {codes.map((code) => (
            <li key={code} className={classes.code}>
              {code}
            </li>
          ))}
        </ol>
      </div>
      <Actions text={`${title}\n\n${codes.join('\n')}\n`} file={`portico-${username}.txt`} />
    </Stack>
  );
}
