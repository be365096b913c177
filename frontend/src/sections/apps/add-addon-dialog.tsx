import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { Dialog } from '../../ui/dialog';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';
import { PlanSelect } from './plan-select';
import type { Plans } from './plans';

const provisionDocument = graphql(`
  mutation ProvisionAddon($appId: ID!, $input: ProvisionAddonInput!) {
    provisionAddon(appId: $appId, input: $input) {
      addon { id name }
      errors { ...UserError }
    }
  }
`);

type FormProps = { appId: string; plans: Plans; onClose: () => void };

function AddAddonForm({ appId, plans, onClose }: FormProps) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { plan: '', name: '' },
    validate: { plan: (plan) => (plan ? null : t`Choose a plan.`) },
  });
  const submit = useSubmit({
    form,
    document: provisionDocument,
    variables: ({ plan, name }) => ({ appId, input: { plan, name: name.trim() || undefined } }),
    onDone: ({ provisionAddon: { addon } }) => {
      onClose();
      tellDone(t`Add-on ${addon?.name ?? ''} ordered`);
    },
  });
  return (
    <DialogForm submit={submit} onCancel={onClose} verb={<Trans>Add add-on</Trans>}>
      <PlanSelect
        label={t`Plan`}
        placeholder={t`Choose a plan`}
        plans={plans}
        data-autofocus
        {...form.getInputProps('plan')}
      />
      <TextInput
        label={t`Name (optional)`}
        description={t`1–30 lowercase letters, numbers and dashes, starting with a letter. Left empty, it’s named after the plan.`}
        placeholder="postgresql"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        {...form.getInputProps('name')}
      />
    </DialogForm>
  );
}

/** Orders an add-on from the catalog. */
export function AddAddonDialog({ opened, ...form }: FormProps & { opened: boolean }) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={form.onClose} title={t`Add add-on`}>
      <AddAddonForm {...form} />
    </Dialog>
  );
}
