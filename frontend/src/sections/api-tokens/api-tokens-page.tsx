import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { Page } from '../../ui/page';
import { CreateTokenForm } from './create-token-form';
import type { Secret } from './secret';
import { SecretDialog } from './secret-dialog';
import { TokenList } from './token-list';
import { useApiTokens } from './use-api-tokens';

const route = getRouteApi('/signed-in/api-tokens');

/** The secret on screen. Nobody leaves the page before they stored it: it is gone then. */
function useSecret() {
  const [secret, setSecret] = useState<Secret>();
  useBlocker({
    disabled: !secret,
    enableBeforeUnload: true,
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
  });
  return { secret, setSecret };
}

function CreateToken() {
  return (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      renderRoot={(props) => <Link from="/api-tokens" to="." search={{ dialog: 'create' }} {...props} />}
    >
      <Trans>Create API token</Trans>
    </Button>
  );
}

export function ApiTokensPage() {
  const { t } = useLingui();
  const { dialog } = route.useSearch();
  const tokens = useApiTokens();
  const { secret, setSecret } = useSecret();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: {}, replace: true, ignoreBlocker: true });
  const created = (made: Secret) => {
    close();
    setSecret(made);
  };
  return (
    <Page
      title={t`API tokens`}
      about={
        <Trans>
          API tokens let scripts and tools use the API on your behalf. Try queries in the{' '}
          <Anchor href="/playground/" inherit underline="always">
            playground
          </Anchor>
          , or read the{' '}
          <Anchor href="/schema.graphql" inherit underline="always">
            schema
          </Anchor>
          .
        </Trans>
      }
      action={tokens.list?.edges.length !== 0 && <CreateToken />}
    >
      <TokenList {...tokens} action={<CreateToken />} onSecret={setSecret} />
      <Dialog opened={dialog === 'create' && !secret} onClose={close} title={t`Create API token`} size="lg">
        <CreateTokenForm onClose={close} onSecret={created} />
      </Dialog>
      <SecretDialog secret={secret} onStored={() => setSecret(undefined)} />
    </Page>
  );
}
