import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '../../lib/problems';
import { FormFaults } from '../../ui/fault';
import { RecoveryCodes } from './recovery-codes';

type SavedCodesProps = {
  codes: readonly string[];
  pending?: boolean;
  whole?: string[];
  problem?: Problem;
  onSaved: () => void;
  /** The way out where the server does not take the word. */
  onGiveUp?: () => void;
};

/** The codes, with the word of the user that they are saved. Nobody leaves before: they are gone then. */
export function SavedCodes({ codes, pending, whole = [], problem, onSaved, onGiveUp }: SavedCodesProps) {
  const { t } = useLingui();
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  useBlocker({ enableBeforeUnload: true, shouldBlockFn: () => true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saved) return onSaved();
    setError(t`Save your codes before closing. You won’t see them again.`);
    box.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <RecoveryCodes codes={codes} />
        <FormFaults whole={whole} problem={problem} />
        <Group justify="space-between" align="flex-start">
          <Checkbox
            ref={box}
            label={t`I’ve saved my recovery codes`}
            checked={saved}
            error={error}
            aria-invalid={error ? true : undefined}
            onChange={(event) => {
              setSaved(event.currentTarget.checked);
              setError(undefined);
            }}
          />
          <Group gap="xs">
            {onGiveUp && (problem || whole.length > 0) && (
              <Button variant="default" onClick={onGiveUp}>
                <Trans>Close</Trans>
              </Button>
            )}
            <Button type="submit" loading={pending}>
              <Trans>Done</Trans>
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
