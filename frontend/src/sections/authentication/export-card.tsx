import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton, Stack } from '@mantine/core';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { Fault, FormFaults } from '../../ui/fault';
import { SectionCard } from '../../ui/section-card';
import { ExportState } from './export-state';
import { useExport } from './use-export';

const exportDataDocument = graphql(`
  mutation ExportData {
    exportData { dataExport { id ...ExportState } errors { ...UserError } }
  }
`);

function Request({ again }: { again: boolean }) {
  const { act, pending, whole, problem } = useAct(exportDataDocument, () => {});
  return (
    <Stack align="flex-start">
      <FormFaults whole={whole} problem={problem} />
      <Button variant="default" loading={pending} onClick={() => void act({})}>
        {again ? <Trans>Request new export</Trans> : <Trans>Request export</Trans>}
      </Button>
    </Stack>
  );
}

function Export() {
  const { known, dataExport, problem, ask } = useExport();
  if (!known) return problem ? <Fault problem={problem} onRetry={ask} /> : <Skeleton h={36} w={180} />;
  if (!dataExport) return <Request again={false} />;
  return (
    <ExportState dataExport={dataExport} onAsk={ask}>
      <Request again />
    </ExportState>
  );
}

/** What the account has, as a file. */
export function ExportCard() {
  const { t } = useLingui();
  return (
    <SectionCard
      id="your-data"
      title={t`Your data`}
      about={t`A ZIP of your account data (JSON and CSV, without secrets). You can request one export per day. We’ll email you when it’s ready.`}
    >
      <Export />
    </SectionCard>
  );
}
