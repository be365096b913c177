import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { CombinedError } from 'urql';
import { reload } from '../lib/leave';
import { LoadError, reloadIfOutdated } from '../lib/load';
import { type Problem, problemOf } from '../lib/problems';
import { Fault } from '../ui/fault';
import { ShellSkeleton } from './shell-skeleton';

/** True while it is being found out whether a reload brings the missing part of the page; if so, it reloads. */
function useReload(error: unknown): boolean {
  const [asking, setAsking] = useState(error instanceof LoadError);
  useEffect(() => {
    if (error instanceof LoadError) void reloadIfOutdated().then(setAsking);
  }, [error]);
  return asking;
}

/** A page that could not be shown, with the request id where the API gave one. */
export function RouteFault({ error }: ErrorComponentProps) {
  const router = useRouter();
  const missing = error instanceof LoadError;
  const problem: Problem =
    error instanceof CombinedError ? problemOf(error) : { code: missing ? 'NETWORK' : 'PAGE', message: '' };
  if (useReload(error)) return <ShellSkeleton />;
  return (
    <Center component="main" mih="60vh" p="md">
      <Stack maw={520} w="100%">
        <Title order={1}>
          <Trans>This page couldn’t load</Trans>
        </Title>
        <Fault problem={problem} onRetry={missing ? reload : () => void router.invalidate()} />
        <Anchor href="/" size="sm">
          <Trans>Reload Portico</Trans>
        </Anchor>
      </Stack>
    </Center>
  );
}

export function NotFoundPage() {
  const { t } = useLingui();
  useEffect(() => {
    document.title = t`Page not found · Portico`;
  }, [t]);
  return (
    <Center component="main" mih="60vh" p="md">
      <Stack maw={480} align="flex-start">
        <Text c="dimmed" fw={600}>
          404
        </Text>
        <Title order={1}>
          <Trans>Page not found</Trans>
        </Title>
        <Text c="dimmed">
          <Trans>Check the address. The page may have moved.</Trans>
        </Text>
        <Group>
          <Button renderRoot={(props) => <Link to="/apps" {...props} />}>
            <Trans>Go to your apps</Trans>
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}
