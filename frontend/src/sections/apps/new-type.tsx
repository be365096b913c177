import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';

const pattern = /^[a-z0-9-]{1,20}$/;

/** Adds a type of containers to a formation that is being edited. */
export function NewType({ taken, onAdd }: { taken: readonly string[]; onAdd: (type: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(taken.length === 0 ? 'web' : '');
  const [error, setError] = useState<string>();
  const add = () => {
    const type = typed.trim();
    if (!pattern.test(type)) return setError(t`Use 1–20 lowercase letters, numbers, and dashes.`);
    if (taken.includes(type)) return setError(t`The app has this type already.`);
    setTyped('');
    onAdd(type);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // it adds, and does not submit the form around it
    add();
  };
  return (
    <Group align="flex-start" gap="xs">
      <TextInput
        aria-label={t`New container type`}
        placeholder={t`Type, such as web or worker`}
        value={typed}
        error={error}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        w={260}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setError(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        <Trans>Add type</Trans>
      </Button>
    </Group>
  );
}
