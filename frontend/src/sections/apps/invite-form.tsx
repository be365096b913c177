import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import type { CollaboratorRole } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { SectionCard } from '../../ui/section-card';
import classes from './inline-form.module.css';
import { useRoleNames } from './words';

const inviteCollaboratorDocument = graphql(`
  mutation InviteCollaborator($appId: ID!, $input: InviteCollaboratorInput!) {
    inviteCollaborator(appId: $appId, input: $input) {
      collaborator { id account { id username } }
      errors { ...UserError }
    }
  }
`);

/** The roles that can be given, for a select. */
export function useRoleOptions() {
  const names = useRoleNames();
  return (['COLLABORATOR', 'LIMITED'] as const).map((value) => ({ value, label: names[value] }));
}

type Values = { username: string; role: CollaboratorRole };

export function InviteForm({ appId, onInvited }: { appId: string; onInvited: () => void }) {
  const { t } = useLingui();
  const roles = useRoleOptions();
  const form = useForm<Values>({
    initialValues: { username: '', role: 'COLLABORATOR' },
    validate: { username: (name) => (name.trim() ? null : t`Enter a username.`) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: inviteCollaboratorDocument,
    variables: ({ username, role }) => ({ appId, input: { username: username.trim(), role } }),
    onDone: (_, { username }) => {
      form.setFieldValue('username', '');
      form.resetDirty();
      onInvited();
      tellDone(t`Invitation sent to ${username.trim()}`);
    },
  });
  return (
    <SectionCard
      title={t`Invite a collaborator`}
      about={
        <Trans>They’ll get access once they accept. Limited collaborators can only view and push.</Trans>
      }
    >
      <form onSubmit={onSubmit} noValidate className={classes.form}>
        <TextInput
          label={t`Username`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className={classes.name}
          {...form.getInputProps('username')}
        />
        <Select label={t`Role`} data={roles} allowDeselect={false} {...form.getInputProps('role')} />
        <Button type="submit" loading={pending} className={classes.submit}>
          <Trans>Invite</Trans>
        </Button>
        <div className={classes.faults}>
          <FormFaults whole={whole} problem={problem} />
        </div>
      </form>
    </SectionCard>
  );
}
