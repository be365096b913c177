import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import type { ProfileQuery } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Person } from '../../ui/person';
import { SectionCard } from '../../ui/section-card';
import { SubmitButton } from '../../ui/submit-button';
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
      <Text>
        <Trans>
          You’ll sign in and be invited as the new username, and anyone can claim “{from}”. Your apps, git
          remotes and SSH keys aren’t affected. Past events keep the old username.
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
          <Trans>Joined {since}</Trans>
        </Text>
      </div>
    </Group>
  );
}

function useNamesForm(profile: Profile) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: namesOf(profile),
    validate: { username: (value) => (value.trim() ? null : t`Choose a username.`) },
  });
  // What was changed elsewhere shows here, except over what is being typed.
  const { username, fullName, location, company } = profile;
  const follow = useEffectEvent((names: Names) => {
    if (form.isDirty()) return;
    form.setValues(names);
    form.resetDirty(names);
  });
  useEffect(() => follow({ username, fullName, location, company }), [username, fullName, location, company]);
  return form;
}

/** What was changed, and nothing else: what another tab changed stays. */
function changesIn(form: ReturnType<typeof useNamesForm>, values: Names): Partial<Names> {
  const trimmed = { ...values, username: values.username.trim() };
  return Object.fromEntries(Object.entries(trimmed).filter(([field]) => form.isDirty(field)));
}

function NamesFields({ form }: { form: ReturnType<typeof useNamesForm> }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Username`}
        description={t`3–39 lowercase letters, numbers and dashes`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('username')}
      />
      <TextInput
        label={t`Full name`}
        description={t`Shown next to your username`}
        autoComplete="name"
        {...form.getInputProps('fullName')}
      />
      <TextInput label={t`Location`} {...form.getInputProps('location')} />
      <TextInput label={t`Company`} autoComplete="organization" {...form.getInputProps('company')} />
    </>
  );
}

/** Who one is: saved together, by a button. */
export function IdentityCard({ profile }: { profile: Profile }) {
  const { t } = useLingui();
  const form = useNamesForm(profile);
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: updateProfileDocument,
    variables: (values) => ({ input: changesIn(form, values) }),
    onDone: () => tellDone(t`Profile saved`),
  });
  const renamed = form.values.username.trim() !== profile.username;
  return (
    <SectionCard title={t`About you`}>
      <Who profile={profile} />
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormFaults whole={whole} problem={problem} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
            <NamesFields form={form} />
          </SimpleGrid>
          {renamed && <RenameNotice from={profile.username} />}
          <Group justify="flex-end">
            <SubmitButton pending={pending} wait={wait} idle={!form.isDirty()}>
              <Trans>Save</Trans>
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  );
}
