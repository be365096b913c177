import { Trans, useLingui } from '@lingui/react/macro';
import { Progress, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Ago, Until } from '../../ui/ago';
import { DownloadExport } from './download-export';
import { sizeWords } from './size';
import { StateSign } from './state-sign';
import { usePolling } from './use-export';

const exportStateFragment = graphql(`
  fragment ExportState on DataExport {
    state
    progress
    size
    requestedAt
    expiresAt
    url
  }
`);

function Underway({ progress, requestedAt }: { progress: number; requestedAt: string }) {
  const { i18n } = useLingui();
  const label = useId();
  const percent = i18n.number(progress / 100, { style: 'percent' });
  return (
    <Stack gap={6}>
      <Text size="sm" id={label} className="tabular">
        <Trans>
          Preparing, requested <Ago at={requestedAt} />: {percent}
        </Trans>
      </Text>
      <Progress.Root>
        <Progress.Section value={progress} aria-labelledby={label} />
      </Progress.Root>
    </Stack>
  );
}

type ReadyProps = { size: number; url: string; expiresAt?: string | null };

function Ready({ size, url, expiresAt }: ReadyProps) {
  const { i18n } = useLingui();
  const words = sizeWords(size, i18n.locale);
  return (
    <Stack gap="xs" align="flex-start">
      <StateSign state="on">
        <Trans>Ready: {words}</Trans>
      </StateSign>
      {expiresAt && (
        <Text size="sm" c="dimmed">
          <Trans>
            Expires <Until at={expiresAt} />.
          </Trans>
        </Text>
      )}
      <DownloadExport url={url} />
    </Stack>
  );
}

type ExportStateProps = {
  dataExport: FragmentType<typeof exportStateFragment>;
  onAsk: () => void;
  /** How to ask for another one. */
  children: ReactNode;
};

/** How far the export is; asks again while it is being made. */
export function ExportState({ dataExport, onAsk, children }: ExportStateProps) {
  const { state, progress, size, requestedAt, expiresAt, url } = readFragment(
    exportStateFragment,
    dataExport,
  );
  const waiting = state === 'PENDING' || state === 'RUNNING';
  usePolling(waiting, onAsk);
  if (waiting) return <Underway progress={progress} requestedAt={requestedAt} />;
  return (
    <Stack>
      {state === 'READY' && url ? (
        <Ready size={size} url={url} expiresAt={expiresAt} />
      ) : (
        <StateSign state={state === 'FAILED' ? 'warn' : 'off'}>
          {state === 'FAILED' ? (
            <Trans>The export failed. Request it again.</Trans>
          ) : (
            <Trans>Your last export has expired.</Trans>
          )}
        </StateSign>
      )}
      {children}
    </Stack>
  );
}
