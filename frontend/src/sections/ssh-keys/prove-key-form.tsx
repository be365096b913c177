import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useMutation } from 'urql';
import { useSubmit } from '../../lib/form';
import { problemOf } from '../../lib/problems';
import { Fault, FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Snippet } from '../../ui/snippet';
import { proveSshKeyDocument, startSshKeyProofDocument } from './documents';

type ProveKeyFormProps = { publicKey: string; name: string; onClose: () => void };

/** What to sign, asked for once. */
function useChallenge(publicKey: string) {
  const [{ data, error }, start] = useMutation(startSshKeyProofDocument);
  useEffect(() => {
    void start({ input: { publicKey } });
  }, [start, publicKey]);
  const answer = data?.startSshKeyProof;
  return { ...answer, problem: error && problemOf(error) };
}

function SignatureField({ publicKey, name, challenge, onClose }: ProveKeyFormProps & { challenge: string }) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { signature: '' },
    validate: {
      signature: (value) =>
        value.includes('BEGIN SSH SIGNATURE')
          ? null
          : t`Paste all that ssh-keygen printed, from BEGIN to END.`,
    },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: proveSshKeyDocument,
    variables: ({ signature }) => ({ input: { publicKey, name, challenge, signature } }),
    errors: (data) => data.proveSshKey.errors,
    onDone: ({ proveSshKey: { sshKey } }) => {
      onClose();
      tellDone(t`The key ${sshKey?.name ?? ''} is proven and yours: you can push with it now`);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
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
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={pending}>
            <Trans>Prove and add</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Adds a key that is in use already, by a signature of its private half. */
export function ProveKeyForm(props: ProveKeyFormProps) {
  const { t } = useLingui();
  const { challenge, namespace, problem, errors } = useChallenge(props.publicKey);
  if (problem) return <Fault problem={problem} />;
  if (errors && errors.length > 0) return <FormFaults whole={errors.map(({ message }) => message)} />;
  if (!challenge) return <Skeleton h={180} />;
  const windows = /Windows/.test(navigator.userAgent);
  const file = windows ? '$env:USERPROFILE\\.ssh\\id_ed25519' : '~/.ssh/id_ed25519';
  return (
    <Stack>
      <Text size="sm">
        <Trans>
          Whoever added this key before may only claim it. Sign this text with its private half, and the key
          is yours. Put the name of your key's file in the place of the last word; then paste what is printed.
        </Trans>
      </Text>
      <Snippet
        code={`echo ${challenge} | ssh-keygen -Y sign -n ${namespace} -f ${file}`}
        what={t`the command that signs`}
      />
      <SignatureField {...props} challenge={challenge} />
    </Stack>
  );
}
