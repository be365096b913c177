import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';
import { Snippet } from '../../ui/snippet';

const proveSshKeyDocument = graphql(`
  mutation ProveSshKey($input: ProveSshKeyInput!) {
    proveSshKey(input: $input) { sshKey { id name } errors { ...UserError } }
  }
`);

/** A key that is in use, and what its holder signs to get it. */
export type KeyToProve = { publicKey: string; challenge: string; namespace: string };

type ProveKeyFormProps = KeyToProve & { name: string; onClose: () => void };

function SignatureField({ publicKey, name, challenge, onClose }: ProveKeyFormProps) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { signature: '' },
    validate: {
      signature: (value) =>
        value.includes('BEGIN SSH SIGNATURE')
          ? null
          : t`Paste the whole ssh-keygen output, from BEGIN to END.`,
    },
  });
  const submit = useSubmit({
    form,
    document: proveSshKeyDocument,
    variables: ({ signature }) => ({ input: { publicKey, name, challenge, signature } }),
    onDone: ({ proveSshKey: { sshKey } }) => {
      onClose();
      tellDone(t`Key ${sshKey?.name ?? ''} added`);
    },
  });
  return (
    <DialogForm submit={submit} onCancel={onClose} verb={<Trans>Verify and add key</Trans>}>
      <Textarea
        label={t`Signature`}
        placeholder="-----BEGIN SSH SIGNATURE-----"
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('signature')}
      />
    </DialogForm>
  );
}

/** Adds a key that is in use, by a signature of its private key. */
export function ProveKeyForm(props: ProveKeyFormProps) {
  const { t } = useLingui();
  const { challenge, namespace } = props;
  const windows = /Windows/.test(navigator.userAgent);
  const file = windows ? '$env:USERPROFILE\\.ssh\\id_ed25519' : '~/.ssh/id_ed25519';
  return (
    <Stack>
      <Text>
        <Trans>
          Run this command on the computer that has the private key, within 15 minutes. Replace the last word
          with the path of your key. Then paste the whole output below. Any other account that has the key
          loses it.
        </Trans>
      </Text>
      <Snippet
        code={`echo ${challenge} | ssh-keygen -Y sign -n ${namespace} -f ${file}`}
        what={t`the command that signs`}
      />
      <SignatureField {...props} />
    </Stack>
  );
}
