import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBrandGithub } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { leave } from '../../lib/leave';
import { useAct } from '../../lib/use-act';
import { FormFaults } from '../../ui/fault';
import { SectionCard } from '../../ui/section-card';
import { StateSign } from './state-sign';
import { UnlinkGithubDialog } from './unlink-github-dialog';
import { DialogButton } from './use-dialog';

const githubCardFragment = graphql(`
  fragment GithubCard on Viewer {
    github { login linkedAt }
  }
`);

const startGithubLinkDocument = graphql(`
  mutation StartGithubLink {
    startGithubLink { url errors { ...UserError } }
  }
`);

function Link() {
  const { act, pending, whole, problem } = useAct(
    startGithubLinkDocument,
    ({ startGithubLink: { url } }) => url && leave(url),
  );
  return (
    <Stack align="flex-start">
      <FormFaults whole={whole} problem={problem} />
      <Button
        variant="default"
        loading={pending}
        onClick={() => void act({})}
        leftSection={<IconBrandGithub size={18} aria-hidden />}
      >
        <Trans>Link GitHub account</Trans>
      </Button>
    </Stack>
  );
}

function Linked({ login, linkedAt }: { login: string; linkedAt: string }) {
  const { i18n } = useLingui();
  const day = i18n.date(linkedAt, { dateStyle: 'long' });
  return (
    <Group justify="space-between">
      <div>
        <Text fw={600} className="breakable">
          {login}
        </Text>
        <StateSign state="on">
          <Trans>Linked {day}</Trans>
        </StateSign>
      </div>
      <DialogButton dialog="unlink-github" variant="default">
        <Trans>Unlink</Trans>
      </DialogButton>
    </Group>
  );
}

type GithubCardProps = {
  viewer: FragmentType<typeof githubCardFragment>;
  /** Whether this server knows GitHub. */
  offered: boolean;
};

/** The GitHub account that signs in to this one, where the server offers it. */
export function GithubCard({ viewer, offered }: GithubCardProps) {
  const { t } = useLingui();
  const { github } = readFragment(githubCardFragment, viewer);
  if (!offered) return null;
  return (
    <SectionCard id="github" title={t`GitHub`} about={t`Sign in with GitHub instead of a password.`}>
      {github ? <Linked {...github} /> : <Link />}
      <UnlinkGithubDialog login={github?.login} />
    </SectionCard>
  );
}
