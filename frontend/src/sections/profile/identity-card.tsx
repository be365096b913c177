import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProfileQuery } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Person } from '../../ui/person';
import { SectionCard } from '../../ui/section-card';
import { updateProfileDocument } from './update-profile';

export type Profile = NonNullable<ProfileQuery['viewer']>;

type Names = Pick<Profile, 'username' | 'fullName' | 'location' | 'company'>;

const namesOf = ({ username, fullName, location, company }: Profile): Names => ({
  username,
  fullName,
  location,
  company,
});

/** What another user name means, told before it is saved. */
function RenameNotice({ from }: { from: string }) {
  return (
    <Alert icon={<IconInfoCircle aria-hidden />} role="status">
      <Text size="sm">
        <Trans>
          You sign in and are invited under the new name from now on, and somebody else may take “{from}”.
          Your apps, git remotes and SSH keys stay as they are; past events keep the old name.
        </Trans>
      </Text>
    </Alert>
  );
}

function Who({ profile: { username, fullName, email, createdAt } }: { profile: Profile }) {
  const { i18n } = useLingui();
  const since = i18n.date(createdAt, { dateStyle: 'long' });
  return (
    <Group wrap="nowrap" mb="lg">
      <Person username={username} fullName={fullName} size={52} />
      <div>
        <Text fw={600}>{fullName || username}</Text>
        <Text size="sm" c="dimmed" className="breakable">
          {email}
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>Here since {since}</Trans>
        </Text>
      </div>
    </Group>
  );
}

function useNamesForm(profile: Profile, onUsername: (username: string) => void) {
  const { t } = useLingui();
  return useForm({
    mode: 'uncontrolled',
    initialValues: namesOf(profile),
    validate: { username: (value) => (value.trim() ? null : t`Choose a user name.`) },
    onValuesChange: ({ username }) => onUsername(username.trim()),
  });
}

function NamesFields({ form }: { form: ReturnType<typeof useNamesForm> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`User name`}
        description={t`3 to 39 of a–z, 0–9 and dashes`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        key={form.key('username')}
        {...form.getInputProps('username')}
      />
      <TextInput
        label={t`Full name`}
        description={t`Shown beside your user name`}
        autoComplete="name"
        key={form.key('fullName')}
        {...form.getInputProps('fullName')}
      />
      <TextInput label={t`Location`} key={form.key('location')} {...form.getInputProps('location')} />
      <TextInput
        label={t`Company`}
        autoComplete="organization"
        key={form.key('company')}
        {...form.getInputProps('company')}
      />
    </>
  );
}

/** Who one is: saved together, by a button. */
export function IdentityCard({ profile }: { profile: Profile }) {
  const { t } = useLingui();
  const [username, setUsername] = useState(profile.username);
  const form = useNamesForm(profile, setUsername);
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: updateProfileDocument,
    variables: (values) => ({ input: { ...values, username: values.username.trim() } }),
    errors: (data) => data.updateProfile.errors,
    onDone: (_, values) => {
      form.resetDirty(values);
      tellDone(t`Profile saved`);
    },
  });
  return (
    <SectionCard title={t`About you`}>
      <Who profile={profile} />
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormFaults whole={whole} problem={problem} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
            <NamesFields form={form} />
          </SimpleGrid>
          {username !== profile.username && <RenameNotice from={profile.username} />}
          <Group justify="flex-end">
            <Button type="submit" loading={pending}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
