import { useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../lib/problems';
import { Dialog } from './dialog';
import { DialogButtons } from './dialog-buttons';
import { FormFaults } from './fault';

type ConfirmByNameProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What has to be typed. */
  name: string;
  /** What is lost, in full sentences. */
  consequences: ReactNode;
  /** The verb on the button. */
  verb: string;
  pending: boolean;
  onConfirm: (typed: string) => void;
  whole?: string[];
  problem?: Problem;
};

type FormProps = Omit<ConfirmByNameProps, 'opened' | 'title'>;

function ConfirmForm({
  onClose,
  name,
  consequences,
  verb,
  pending,
  onConfirm,
  whole = [],
  problem,
}: FormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === name) onConfirm(typed.trim());
    else setError(t`Type “${name}” exactly as shown.`);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {consequences}
        <TextInput
          label={t`Type “${name}” to confirm`}
          styles={{ label: { overflowWrap: 'anywhere' } }}
          value={typed}
          error={error}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <FormFaults whole={whole} problem={problem} />
        <DialogButtons onCancel={onClose}>
          <Button type="submit" color="danger" loading={pending}>
            {verb}
          </Button>
        </DialogButtons>
      </Stack>
    </form>
  );
}

/** Asks before something is lost: names the consequences and wants the name typed. */
export function ConfirmByName({ opened, title, ...form }: ConfirmByNameProps) {
  return (
    <Dialog opened={opened} onClose={form.onClose} title={title}>
      <ConfirmForm {...form} />
    </Dialog>
  );
}
