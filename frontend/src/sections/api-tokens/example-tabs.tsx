import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Tabs, Text } from '@mantine/core';
import { Snippet } from '../../ui/snippet';
import { curlExample, fetchExample, followFor, queryFor, socketExample } from './examples';
import type { Secret } from './secret';

/** Requests that work as they stand, with the secret filled in. */
export function ExampleTabs({ secret: { secret, scopes } }: { secret: Secret }) {
  const { t } = useLingui();
  const { origin } = location;
  const request = { origin, secret, query: queryFor(scopes) };
  return (
    <Tabs defaultValue="curl" keepMounted={false}>
      <Tabs.List aria-label={t`Examples`}>
        <Tabs.Tab value="curl">curl</Tabs.Tab>
        <Tabs.Tab value="javascript">JavaScript</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="curl" pt="sm">
        <Snippet code={curlExample(request)} what={t`the curl command`} />
      </Tabs.Panel>
      <Tabs.Panel value="javascript" pt="sm">
        <Stack gap="xs">
          <Text>
            <Trans>A single request, in Node 22 or later:</Trans>
          </Text>
          <Snippet code={fetchExample(request)} what={t`the request with fetch`} />
          <Text>
            <Trans>Over WebSocket, with the graphql-ws package:</Trans>
          </Text>
          <Snippet
            code={socketExample({ origin, secret, query: followFor(scopes) })}
            what={t`the request with graphql-ws`}
          />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}
