import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql';
import { leave } from '../../lib/leave';
import { type Month, periodOf } from '../../lib/month';
import { type Problem, problemOf } from '../../lib/problems';
import { Fault } from '../../ui/fault';

const csvDocument = graphql(`
  query UsageCsv($from: DateTime!, $to: DateTime!) {
    viewer {
      id
      billing { usage(from: $from, to: $to, groupBy: RESOURCE) { csvUrl } }
    }
  }
`);

/** Asks for the link when it is needed: it works for a few minutes only. */
function useDownload(month: Month) {
  const client = useClient();
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    setProblem(undefined);
    const { data, error } = await client.query(csvDocument, periodOf(month), {
      requestPolicy: 'network-only',
    });
    setPending(false);
    if (error) setProblem(problemOf(error));
    const url = data?.viewer?.billing.usage.csvUrl;
    if (url) leave(url);
  };
  return { download, problem, pending };
}

/** Saves what was used in a month as a file for spreadsheets. */
export function DownloadCsv({ month }: { month: Month }) {
  const { download, problem, pending } = useDownload(month);
  return (
    <Stack>
      {problem && <Fault problem={problem} />}
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={pending}
        onClick={() => void download()}
      >
        <Trans>Download CSV</Trans>
      </Button>
    </Stack>
  );
}
