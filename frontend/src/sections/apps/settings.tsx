import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, List, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { useAct } from '../../lib/use-act';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { SectionCard } from '../../ui/section-card';
import { SubmitButton } from '../../ui/submit-button';
import type { App } from './app';
import { Transfer } from './transfer';
import type { AppEvents } from './use-app-events';

const deleteAppDocument = graphql(`
  mutation DeleteApp($id: ID!, $input: DeleteAppInput!) {
    deleteApp(id: $id, input: $input) { deletedId errors { ...UserError } }
  }
`);

const renameAppDocument = graphql(`
  mutation RenameApp($id: ID!, $input: RenameAppInput!) {
    renameApp(id: $id, input: $input) {
      app { id name gitRemote }
      errors { ...UserError }
    }
  }
`);

function Rename({ app }: { app: App }) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { name: app.name },
    validate: { name: (name) => (name.trim() ? null : t`Enter a name.`) },
  });
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: renameAppDocument,
    variables: ({ name }) => ({ id: app.id, input: { name: name.trim() } }),
    onDone: ({ renameApp }) => tellDone(t`App renamed to ${renameApp.app?.name ?? ''}`),
  });
  return (
    <SectionCard
      title={t`Name`}
      about={
        <Trans>
          Renaming changes the git remote. Everyone who pushes must update it, and anyone can claim the old
          name.
        </Trans>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack align="flex-start">
          <FormFaults whole={whole} problem={problem} />
          <TextInput
            label={t`App name`}
            description={t`3–48 lowercase letters, numbers and dashes, starting with a letter. Must be unique across Portico.`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            w="100%"
            maw={420}
            {...form.getInputProps('name')}
          />
          <SubmitButton pending={pending} wait={wait} idle={form.values.name.trim() === app.name}>
            <Trans>Rename app</Trans>
          </SubmitButton>
        </Stack>
      </form>
    </SectionCard>
  );
}

function Consequences({ app }: { app: App }) {
  return (
    <List spacing={4}>
      {!app.parent && (
        <List.Item>
          <Trans>
            The {app.name} repository, all its branches, and its review apps will be permanently deleted.
          </Trans>
        </List.Item>
      )}
      <List.Item>
        <Trans>Its containers stop, and its add-ons and all their data will be permanently deleted.</Trans>
      </List.Item>
      <List.Item>
        <Trans>You and your collaborators will lose access immediately.</Trans>
      </List.Item>
      <List.Item>
        <Trans>Anyone will be able to reuse the name. Past activity stays in your timeline.</Trans>
      </List.Item>
    </List>
  );
}

function DeleteDialog({ app, opened, onClose }: { app: App; opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { act, ...state } = useAct(deleteAppDocument, () => {
    tellDone(t`App ${app.name} deleted`);
    if (app.parent) {
      void navigate({ to: '/apps/$name', params: { name: app.parent.name }, search: { tab: 'reviews' } });
    } else {
      void navigate({ to: '/apps' });
    }
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Delete ${app.name}`}
      name={app.name}
      consequences={<Consequences app={app} />}
      verb={t`Delete app`}
      onConfirm={(confirmName) => void act({ id: app.id, input: { confirmName } })}
    />
  );
}

function Delete({ app }: { app: App }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <SectionCard
      title={t`Delete app`}
      about={
        app.parent ? (
          <Trans>Permanently deletes the review app and its add-ons. The branch stays.</Trans>
        ) : (
          <Trans>
            Permanently deletes the app with its repository, review apps, deployment history, add-ons, and
            their data.
          </Trans>
        )
      }
    >
      <Group>
        <Button variant="default" onClick={() => setOpened(true)}>
          <Trans>Delete app…</Trans>
        </Button>
      </Group>
      <DeleteDialog app={app} opened={opened} onClose={() => setOpened(false)} />
    </SectionCard>
  );
}

/** What the owner may change of the app itself. */
export function Settings({ app, events }: { app: App; events: AppEvents }) {
  return (
    <Stack gap="lg">
      {app.viewerCan.includes('RENAME') && <Rename key={app.name} app={app} />}
      {app.viewerCan.includes('TRANSFER') && <Transfer app={app} events={events} />}
      {app.viewerCan.includes('DELETE') && <Delete app={app} />}
    </Stack>
  );
}
