import { Trans, useLingui } from '@lingui/react/macro';
import { Button, List, Select, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { TransferQuery } from '../../gql/graphql';
import { problemOf } from '../../lib/problems';
import { useAct } from '../../lib/use-act';
import { useLast } from '../../lib/use-last';
import { BusinessUntil } from '../../ui/ago';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Fault, FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Row } from '../../ui/row';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SectionCard } from '../../ui/section-card';
import type { App } from './app';
import { cancelTransferDocument } from './cancel-transfer';
import { type AppEvents, useAskAfter } from './use-app-events';

const transferDocument = graphql(`
  query Transfer($app: ID!) {
    node(id: $app) {
      __typename
      id
      ... on App {
        transfer { id expiresAt to { id username } }
        collaborators(first: 100) {
          edges { node { id acceptedAt account { id username } } }
        }
      }
    }
  }
`);

const offerDocument = graphql(`
  mutation TransferApp($id: ID!, $input: TransferAppInput!) {
    transferApp(id: $id, input: $input) { transfer { id } errors { ...UserError } }
  }
`);

type Node = Extract<TransferQuery['node'], { __typename: 'App' }>;

function Pending({ transfer: { id, to, expiresAt } }: { transfer: NonNullable<Node['transfer']> }) {
  const { t } = useLingui();
  const { username } = to;
  const { act, pending, whole, problem } = useAct(cancelTransferDocument, () =>
    tellDone(t`Transfer to ${username} canceled`),
  );
  return (
    <Stack>
      <FormFaults whole={whole} problem={problem} />
      <Rows label={t`Transfer`}>
        <Row
          icon={<IconArrowsExchange size={18} />}
          title={<Trans>Waiting for {username} to accept</Trans>}
          meta={
            <span>
              <Trans>
                Expires <BusinessUntil at={expiresAt} />
              </Trans>
            </span>
          }
          actions={
            <Button size="xs" variant="default" loading={pending} onClick={() => void act({ id })}>
              <Trans>Cancel transfer</Trans>
            </Button>
          }
        />
      </Rows>
    </Stack>
  );
}

type OfferDialogProps = { app: App; to: string; opened: boolean; onClose: () => void; onOffered: () => void };

function OfferDialog({ app, to, opened, onClose, onOffered }: OfferDialogProps) {
  const { t } = useLingui();
  const { act, ...state } = useAct(offerDocument, () => {
    onOffered();
    tellDone(t`${app.name} offered to ${to}`);
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Transfer ${app.name} to ${to}`}
      name={app.name}
      consequences={
        <List spacing={4}>
          <List.Item>
            <Trans>Once {to} accepts, they own the app and pay for it. You can’t undo this.</Trans>
          </List.Item>
          <List.Item>
            <Trans>Its containers and add-ons keep running.</Trans>
          </List.Item>
          <List.Item>
            <Trans>You stay on the app as a collaborator.</Trans>
          </List.Item>
          <List.Item>
            <Trans>You can cancel the transfer until it is accepted. It expires after 3 days.</Trans>
          </List.Item>
        </List>
      }
      verb={t`Transfer app`}
      onConfirm={() => void act({ id: app.id, input: { to } })}
    />
  );
}

type OfferProps = { app: App; usernames: readonly string[]; onOffered: () => void };

function Offer({ app, usernames, onOffered }: OfferProps) {
  const { t } = useLingui();
  const [to, setTo] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  if (usernames.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Only a collaborator can take over the app. Invite one first.</Trans>
      </Text>
    );
  }
  return (
    <Stack align="flex-start">
      <Select
        label={t`New owner`}
        placeholder={t`Choose a collaborator`}
        data={[...usernames]}
        value={to}
        allowDeselect={false}
        w="100%"
        maw={420}
        onChange={setTo}
      />
      <Button
        variant="default"
        data-disabled={!to || undefined}
        aria-disabled={!to || undefined}
        onClick={() => to && setOpened(true)}
      >
        <Trans>Transfer app…</Trans>
      </Button>
      <OfferDialog
        app={app}
        to={to ?? ''}
        opened={opened}
        onClose={() => setOpened(false)}
        onOffered={() => {
          setOpened(false);
          onOffered();
        }}
      />
    </Stack>
  );
}

function useTransfer(app: App, events: AppEvents) {
  const [{ data, error }, ask] = useQuery({ query: transferDocument, variables: { app: app.id } });
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useAskAfter(events, 'APP_TRANSFER', refresh);
  useAskAfter(events, 'COLLABORATOR_', refresh);
  const node = useLast(data?.node?.__typename === 'App' ? data.node : undefined);
  return { node, problem: !node && error ? problemOf(error) : undefined, refresh };
}

/** Gives the app to one of its collaborators, who has to accept. */
export function Transfer({ app, events }: { app: App; events: AppEvents }) {
  const { t } = useLingui();
  const { node, problem, refresh } = useTransfer(app, events);
  const usernames = (node?.collaborators.edges ?? [])
    .filter(({ node: { acceptedAt } }) => acceptedAt !== null)
    .map(({ node: { account } }) => account.username);
  return (
    <SectionCard
      title={t`Transfer app`}
      about={<Trans>Gives the app to a collaborator, who then owns it and pays for it.</Trans>}
    >
      {problem && <Fault problem={problem} onRetry={refresh} />}
      {!node && !problem && <RowsSkeleton rows={1} />}
      {node?.transfer && <Pending transfer={node.transfer} />}
      {node && !node.transfer && <Offer app={app} usernames={usernames} onOffered={refresh} />}
    </SectionCard>
  );
}
