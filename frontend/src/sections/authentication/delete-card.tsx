import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { Until } from '../../ui/ago';
import { SectionCard } from '../../ui/section-card';
import { DeleteDialog } from './delete-dialog';
import { StateSign } from './state-sign';
import { DialogButton } from './use-dialog';

const deleteCardFragment = graphql(`
  fragment DeleteCard on Viewer {
    deletion {
      ownedApps {
        id
        name
      }
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
          one="You own an app. Hand it over or delete it first:"
          other="You own # apps. Hand them over or delete them first:"
        />
      </StateSign>
      <List size="sm" spacing={4} withPadding>
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

function Checklist({ apps }: { apps: Apps }) {
  if (apps.length > 0) return <Remaining apps={apps} />;
  return (
    <StateSign state="on">
      <Trans>You own no app: nothing is left to do.</Trans>
    </StateSign>
  );
}

function Mailed({ until }: { until: string }) {
  const { t } = useLingui();
  return (
    <section aria-label={t`Deletion asked for`}>
      <StateSign state="warn">
        <Trans>
          We mailed you a link that deletes the account; it stops working <Until at={until} />. Nothing
          happens unless you open it and confirm.
        </Trans>
      </StateSign>
    </section>
  );
}

function Begin({ ready, again }: { ready: boolean; again: boolean }) {
  const verb = again ? <Trans>Mail another link</Trans> : <Trans>Delete the account</Trans>;
  // What leads nowhere is no link.
  if (!ready) return <Button disabled>{verb}</Button>;
  return (
    <DialogButton dialog="delete" color="red">
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
    <SectionCard id="delete" title={t`Delete the account`}>
      <Stack align="flex-start">
        <Text size="sm">
          <Plural
            value={graceDays}
            _0="Sessions, tokens and keys end at once, and your personal data is removed."
            one="Sessions, tokens and keys end at once. Your personal data is removed after a day, in which a link in the mail brings the account back."
            other="Sessions, tokens and keys end at once. Your personal data is removed after # days, in which a link in the mail brings the account back."
          />
        </Text>
        <Checklist apps={ownedApps} />
        {linkExpiresAt && <Mailed until={linkExpiresAt} />}
        <Begin ready={ready} again={linkExpiresAt != null} />
      </Stack>
      <DeleteDialog possible={ready} graceDays={graceDays} />
    </SectionCard>
  );
}
