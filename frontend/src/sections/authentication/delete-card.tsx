import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { SandboxInbox } from '../../lib/sandbox';
import { Until } from '../../ui/ago';
import { SectionCard } from '../../ui/section-card';
import { DeleteDialog } from './delete-dialog';
import { StateSign } from './state-sign';
import { DialogButton } from './use-dialog';

const deleteCardFragment = graphql(`
  fragment DeleteCard on Viewer {
    deletion {
      ownedApps { id name }
      linkExpiresAt
      graceDays
    }
  }
`);

type Apps = readonly { id: string; name: string }[];

function Remaining({ apps }: { apps: Apps }) {
  return (
    <Stack gap="xs">
      <StateSign state="off">
        <Plural
          value={apps.length}
          one="You own an app. Delete it first:"
          other="You own # apps. Delete them first:"
        />
      </StateSign>
      <List spacing={4} withPadding>
        {apps.map(({ id, name }) => (
          <List.Item key={id}>
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/apps/$name" params={{ name }} search={{ tab: 'settings' }} {...props} />
              )}
            >
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function LinkSent({ until }: { until: string }) {
  const { t } = useLingui();
  return (
    <section aria-label={t`Deletion requested`}>
      <StateSign state="warn">
        <Trans>
          Check your email to confirm. The link expires <Until at={until} />. Your account stays active until
          you do.
        </Trans>
      </StateSign>
      <SandboxInbox />
    </section>
  );
}

function Begin({ ready, again }: { ready: boolean; again: boolean }) {
  const verb = again ? <Trans>Send new link</Trans> : <Trans>Delete account</Trans>;
  // What leads nowhere is no link.
  if (!ready) return <Button disabled>{verb}</Button>;
  return (
    <DialogButton dialog="delete" color="danger">
      {verb}
    </DialogButton>
  );
}

/** The end of the account: what is left to do before, what follows, and the way there. */
export function DeleteCard({ viewer }: { viewer: FragmentType<typeof deleteCardFragment> }) {
  const { t } = useLingui();
  const { ownedApps, linkExpiresAt, graceDays } = readFragment(deleteCardFragment, viewer).deletion;
  const ready = ownedApps.length === 0;
  return (
    <SectionCard id="delete" title={t`Delete account`}>
      <Stack align="flex-start">
        <Text>
          <Plural
            value={graceDays}
            _0="You’ll be signed out everywhere, all tokens and keys will stop working, and your personal data will be permanently deleted."
            one="You’ll be signed out everywhere, and all tokens and keys will stop working. You’ll have a day to change your mind before your personal data is permanently deleted."
            other="You’ll be signed out everywhere, and all tokens and keys will stop working. You’ll have # days to change your mind before your personal data is permanently deleted."
          />
        </Text>
        {!ready && <Remaining apps={ownedApps} />}
        {linkExpiresAt && <LinkSent until={linkExpiresAt} />}
        <Begin ready={ready} again={linkExpiresAt != null} />
      </Stack>
      <DeleteDialog possible={ready} graceDays={graceDays} />
    </SectionCard>
  );
}
