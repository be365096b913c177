import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Group, Stack, Title } from '@mantine/core';
import { IconExternalLink, IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog';
import { Snippet } from '../../ui/snippet';
import { ExampleTabs } from './example-tabs';
import type { Secret } from './secret';

/** In the fragment: neither a server nor its log sees it, and the playground takes it out. */
export function playgroundWith(secret: string): string {
  return `/playground/#token=${encodeURIComponent(secret)}`;
}

function Stored({ onStored }: { onStored: () => void }) {
  const { t } = useLingui();
  const [stored, setStored] = useState(false);
  const [error, setError] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stored) return onStored();
    setError(t`Save the token before closing. You won’t see it again.`);
    box.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group justify="space-between" align="flex-start">
        <Checkbox
          ref={box}
          label={t`I’ve saved this token`}
          checked={stored}
          error={error}
          onChange={(event) => {
            setStored(event.currentTarget.checked);
            setError(undefined);
          }}
        />
        <Button type="submit">
          <Trans>Done</Trans>
        </Button>
      </Group>
    </form>
  );
}

export function SecretView({ secret, onStored }: { secret: Secret; onStored: () => void }) {
  const { t } = useLingui();
  return (
    <Stack>
      <Alert
        icon={<IconInfoCircle aria-hidden />}
        title={t`Copy this token now. You won’t be able to see it again.`}
      >
        <Trans>
          Store it somewhere safe, like a password manager or your CI secrets. Anyone with this token can use
          its permissions on your behalf.
        </Trans>
      </Alert>
      <Snippet code={secret.secret} what={t`the token`} />
      <Title order={3} size="sm">
        <Trans>Try it</Trans>
      </Title>
      <ExampleTabs secret={secret} />
      <Button
        component="a"
        href={playgroundWith(secret.secret)}
        target="_blank"
        rel="noopener noreferrer"
        variant="default"
        leftSection={<IconExternalLink size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
      >
        <Trans>Try it in the playground</Trans>
      </Button>
      <Stored onStored={onStored} />
    </Stack>
  );
}

/** The one time that a secret is shown. Closes only for somebody who says that they stored it. */
export function SecretDialog({ secret, onStored }: { secret: Secret | undefined; onStored: () => void }) {
  const { t } = useLingui();
  const title = secret?.renewed
    ? t`API token “${secret.name}” renewed`
    : t`API token “${secret?.name}” created`;
  return (
    <Dialog
      opened={secret !== undefined}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={title}
      size="lg"
    >
      {secret && <SecretView secret={secret} onStored={onStored} />}
    </Dialog>
  );
}
