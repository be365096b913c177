import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Copy } from '../../ui/copy';
import { Snippet } from '../../ui/snippet';
import type { App } from './app';
import classes from './how-to-push.module.css';
import { NeedKey } from './need-key';

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
      <Text>
        <Trans>
          On first connect, git asks whether you trust the host. Check that its key has this fingerprint:
        </Trans>
      </Text>
      <div className={classes.fingerprint}>
        <span className="mono">{hostKeyFingerprint}</span>
        <Copy text={hostKeyFingerprint} what={t`the host key’s fingerprint`} />
      </div>
      <Text>
        <Trans>Or add the host to known_hosts now:</Trans>
      </Text>
      <Snippet
        code={`echo '${knownHosts.trim()}' >> ~/.ssh/known_hosts`}
        what={t`the command that adds the host`}
      />
    </>
  );
}

/** The commands that deploy, from a folder with code in it to the first push. */
export function HowToPush({ app, git }: { app: App; git: HostKey }) {
  const { t } = useLingui();
  return (
    <Stack gap="xs" ta="start">
      <NeedKey />
      <Text>
        <Trans>In your project folder, add the remote (once):</Trans>
      </Text>
      <Snippet code={`git remote add portico ${app.gitRemote}`} what={t`the command that adds the remote`} />
      <Text>
        <Trans>Then deploy:</Trans>
      </Text>
      <Snippet code={`git push portico ${app.branch ?? 'main'}`} what={t`the command that deploys`} />
      <FirstConnection git={git} />
    </Stack>
  );
}
