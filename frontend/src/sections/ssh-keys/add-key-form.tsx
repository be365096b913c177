import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { commentOf, looksPrivate } from '../../lib/private-key';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';
import { HowToMake } from './how-to-make';
import { type KeyToProve, ProveKeyForm } from './prove-key-form';
import { PublicKeyField } from './public-key-field';

const addSshKeyDocument = graphql(`
  mutation AddSshKey($input: AddSshKeyInput!) {
    addSshKey(input: $input) {
      sshKey { id name }
      errors {
        ...UserError
        ... on SshKeyTakenError { challenge namespace }
      }
    }
  }
`);

function useAddKeyForm() {
  const { t } = useLingui();
  return useForm({
    mode: 'controlled',
    initialValues: { publicKey: '', name: '' },
    validate: {
      publicKey: (value) => {
        if (!value.trim()) return t`Paste the contents of your .pub file.`;
        if (!looksPrivate(value)) return null;
        return t`That’s a private key. We didn’t send it. Paste the .pub file instead.`;
      },
    },
  });
}

/** Offers the holder of a key in use to prove it. */
function OfferProof({ onProve }: { onProve: () => void }) {
  return (
    <Alert color="warn">
      <Stack gap="xs" align="flex-start">
        <Text>
          <Trans>Do you have its private key? A signature moves the key to your account.</Trans>
        </Text>
        <Button variant="default" size="xs" onClick={onProve}>
          <Trans>Verify it’s my key</Trans>
        </Button>
      </Stack>
    </Alert>
  );
}

export function AddKeyForm({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const form = useAddKeyForm();
  const [helped, setHelped] = useState(false);
  const [taken, setTaken] = useState<KeyToProve>();
  const [proving, setProving] = useState(false);
  const submit = useSubmit({
    form,
    document: addSshKeyDocument,
    variables: ({ publicKey, name }) => ({ input: { publicKey: publicKey.trim(), name: name.trim() } }),
    onRefused: (_, answer) => {
      if (!answer) return false;
      const error = answer.data.addSshKey.errors.find((one) => 'challenge' in one);
      setTaken(error && { ...error, publicKey: answer.values.publicKey.trim() });
      return false;
    },
    onDone: ({ addSshKey: { sshKey } }) => {
      onClose();
      tellDone(t`Key ${sshKey?.name ?? ''} added`);
    },
  });
  const { value, onChange, error } = form.getInputProps('publicKey');
  if (proving && taken) {
    return <ProveKeyForm {...taken} name={form.getValues().name.trim()} onClose={onClose} />;
  }
  return (
    <DialogForm submit={submit} onCancel={onClose} verb={<Trans>Add key</Trans>}>
      <PublicKeyField
        value={value}
        error={error}
        onChange={(text) => {
          onChange(text);
          if (looksPrivate(text)) form.validateField('publicKey');
        }}
      />
      {taken?.publicKey === value.trim() && <OfferProof onProve={() => setProving(true)} />}
      <HowToMake opened={helped} onToggle={() => setHelped(!helped)} />
      <TextInput
        label={t`Name`}
        description={t`Optional. Defaults to the key’s comment.`}
        placeholder={looksPrivate(value) ? '' : commentOf(value)}
        {...form.getInputProps('name')}
      />
    </DialogForm>
  );
}
