import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { formatMoney } from '../../lib/money';
import { BusinessUntil } from '../../ui/ago';
import { tellDone } from '../../ui/notify';
import { Person } from '../../ui/person';
import { Row } from '../../ui/row';
import { Rows } from '../../ui/rows';
import { cancelTransferDocument } from './cancel-transfer';
import { failed } from './failed';

const acceptTransferDocument = graphql(`
  mutation AcceptAppTransfer($id: ID!, $input: AcceptAppTransferInput) {
    acceptAppTransfer(id: $id, input: $input) {
      app { id name viewerRole viewerCan owner { id username fullName } }
      errors { ...UserError }
    }
  }
`);

export const transferFragment = graphql(`
  fragment TransferRow on AppTransfer {
    id
    expiresAt
    monthly { amount currency }
    app { id name }
    from { id username fullName }
  }
`);

type Masked = FragmentType<typeof transferFragment>;

/** How the viewer answers an offer. To accept is to agree to the cost that is shown: if it is more by now, the row shows it. */
function useAnswers(id: string, appName: string, maxMonthly: number) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [accepting, accept] = useMutation(acceptTransferDocument);
  const [declining, decline] = useMutation(cancelTransferDocument);
  return {
    accepting: accepting.fetching,
    declining: declining.fetching,
    accept: async () => {
      const { data, error } = await accept({ id, input: { maxMonthly } });
      if (failed(t`Couldn’t accept the transfer of ${appName}`, error, data?.acceptAppTransfer.errors))
        return;
      tellDone(t`You now own ${appName}`);
      void navigate({ to: '/apps/$name', params: { name: data?.acceptAppTransfer.app?.name ?? appName } });
    },
    decline: async () => {
      const { data, error } = await decline({ id });
      if (failed(t`Couldn’t decline the transfer of ${appName}`, error, data?.cancelAppTransfer.errors))
        return;
      tellDone(t`Transfer of ${appName} declined`);
    },
  };
}

function TransferRow({ transfer: masked }: { transfer: Masked }) {
  const { t, i18n } = useLingui();
  const { id, app, from, expiresAt, monthly } = readFragment(transferFragment, masked);
  const { accept, accepting, decline, declining } = useAnswers(id, app.name, monthly.amount);
  const price = formatMoney(monthly, i18n.locale);
  return (
    <Row
      icon={<Person username={from.username} fullName={from.fullName} />}
      title={
        <Trans>
          {from.username} wants to transfer <strong>{app.name}</strong> to you
        </Trans>
      }
      meta={
        <span>
          <Trans>
            If you accept, you own the app and pay for what it runs: about {price} a month as it stands.
          </Trans>
        </span>
      }
      time={
        <Trans>
          Expires <BusinessUntil at={expiresAt} />
        </Trans>
      }
      actions={
        <>
          <Button
            size="xs"
            loading={accepting}
            onClick={accept}
            aria-label={t`Accept the transfer of ${app.name}`}
          >
            <Trans>Accept</Trans>
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={declining}
            onClick={decline}
            aria-label={t`Decline the transfer of ${app.name}`}
          >
            <Trans>Decline</Trans>
          </Button>
        </>
      }
    />
  );
}

/** The apps that are offered to the viewer; nothing where there are none. */
export function Transfers({ transfers }: { transfers: readonly Masked[] }) {
  if (transfers.length === 0) return null;
  return (
    <section aria-labelledby="transfers">
      <Title order={2} id="transfers" mb="xs">
        <Trans>Transfers</Trans>
      </Title>
      <Rows>
        {transfers.map((transfer) => (
          <TransferRow key={readFragment(transferFragment, transfer).id} transfer={transfer} />
        ))}
      </Rows>
    </section>
  );
}
