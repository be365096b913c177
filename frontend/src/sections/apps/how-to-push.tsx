import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Copy } from '../../ui/copy';
import { Snippet } from '../../ui/snippet';
import classes from './how-to-push.module.css';

export const hostKeyFragment = graphql(`
  fragment HostKey on GitEndpoint {
    hostKeyFingerprint
    knownHosts
  }
`);

type HostKey = FragmentType<typeof hostKeyFragment>;

/** What git asks at the first connection, and how to be asked nothing. */
function FirstConnection({ git }: { git: HostKey }) {
  const { t } = useLingui();
  const { hostKeyFingerprint, knownHosts } = readFragment(hostKeyFragment, git);
  return (
    <>
      <Text size="sm">
        <Trans>
          The first time, git asks whether you trust the host. Its key must have this fingerprint:
        </Trans>
      </Text>
      <div className={classes.fingerprint}>
        <span className="mono">{hostKeyFingerprint}</span>
        <Copy text={hostKeyFingerprint} what={t`the fingerprint of the host’s key`} />
      </div>
      <Text size="sm">
        <Trans>Or let git know the host beforehand:</Trans>
      </Text>
      <Snippet
        code={`echo '${knownHosts.trim()}' >> ~/.ssh/known_hosts`}
        what={t`the command that adds the host`}
      />
    </>
  );
}

/** The commands that deploy, from a folder with code in it to the first push. */
export function HowToPush({ gitRemote, git }: { gitRemote: string; git: HostKey }) {
  const { t } = useLingui();
  return (
    <Stack gap="xs" ta="start">
      <Text size="sm">
        <Trans>
          You push with an SSH key of your account:{' '}
          <Anchor inherit renderRoot={(props) => <Link to="/ssh-keys" {...props} />}>
            look at your keys
          </Anchor>
          . Then, once, in the folder of your code:
        </Trans>
      </Text>
      <Snippet code={`git remote add portico ${gitRemote}`} what={t`the command that adds the remote`} />
      <Text size="sm">
        <Trans>And each time you deploy:</Trans>
      </Text>
      <Snippet code="git push portico main" what={t`the command that deploys`} />
      <FirstConnection git={git} />
    </Stack>
  );
}
