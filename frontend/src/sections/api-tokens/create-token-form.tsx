import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { useTimeZone } from '../../lib/viewer';
import { DialogForm } from '../../ui/dialog-form';
import { AppField } from './app-field';
import { isPossibleDay } from './expiry';
import { ExpiryFields } from './expiry-fields';
import { ScopeFields } from './scope-fields';
import { granted } from './scopes';
import { type Secret, secretOf } from './secret';
import { inputOf, type TokenValues } from './token-values';

const createApiTokenDocument = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken { id name scopes }
      secret
      errors { ...UserError }
    }
  }
`);

function useTokenForm(timeZone: string) {
  const { t } = useLingui();
  return useForm<TokenValues>({
    initialValues: { name: '', scopes: [], appIds: [], expiresAt: '90', day: '' },
    validate: {
      name: (name) => (name.trim() ? null : t`Enter a name.`),
      scopes: (scopes, { appIds }) =>
        granted(scopes, appIds).length > 0 ? null : t`Select at least one permission.`,
      day: (day, { expiresAt }) =>
        expiresAt !== 'day' || isPossibleDay(day, new Date(), timeZone)
          ? null
          : t`Choose a date within the next 366 days.`,
    },
  });
}

type CreateTokenFormProps = { onClose: () => void; onSecret: (secret: Secret) => void };

export function CreateTokenForm({ onClose, onSecret }: CreateTokenFormProps) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const form = useTokenForm(timeZone);
  const submit = useSubmit({
    form,
    document: createApiTokenDocument,
    variables: (values) => ({ input: inputOf(values, timeZone) }),
    onDone: ({ createApiToken }) => {
      const secret = secretOf(createApiToken, false);
      if (secret) onSecret(secret);
    },
  });
  return (
    <DialogForm submit={submit} onCancel={onClose} verb={<Trans>Create token</Trans>}>
      <TextInput
        label={t`Name`}
        description={t`What will use this token?`}
        placeholder={t`Deploy bot`}
        autoComplete="off"
        maxLength={100}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <ScopeFields
        value={form.values.scopes}
        error={form.errors.scopes}
        limited={form.values.appIds.length > 0}
        onChange={(scopes) => form.setFieldValue('scopes', scopes)}
      />
      <AppField
        value={form.values.appIds}
        error={form.errors.appIds}
        onChange={(ids) => form.setFieldValue('appIds', ids)}
      />
      <ExpiryFields form={form} />
    </DialogForm>
  );
}
