import { Trans } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type MouseEvent, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql';
import { leave } from '../../lib/leave';
import { type Problem, problemOf } from '../../lib/problems';
import { useSudoGate } from '../../lib/sudo-context';
import { Fault } from '../../ui/fault';

const sudoUntilDocument = graphql(`
  query SudoUntil {
    viewer { id sudoUntil }
  }
`);

/** Asks for the password where the server would refuse the file for want of it. */
function useDownload(url: string) {
  const client = useClient();
  const gate = useSudoGate();
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    setProblem(undefined);
    const { data, error } = await client.query(sudoUntilDocument, {}, { requestPolicy: 'network-only' });
    setPending(false);
    if (error) return setProblem(problemOf(error));
    const until = data?.viewer?.sudoUntil;
    if ((until && Date.parse(until) > Date.now()) || (await gate.ask())) leave(url);
  };
  return { download, problem, pending };
}

export function DownloadExport({ url }: { url: string }) {
  const { download, problem, pending } = useDownload(url);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    if (!pending) void download();
  };
  return (
    <Stack align="flex-start">
      {problem && <Fault problem={problem} />}
      <Button
        component="a"
        href={url}
        onClick={onClick}
        loading={pending}
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        <Trans>Download</Trans>
      </Button>
    </Stack>
  );
}
