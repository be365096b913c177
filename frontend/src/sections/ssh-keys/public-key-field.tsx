import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './public-key-field.module.css';

type PublicKeyFieldProps = { value: string; error?: ReactNode; onChange: (text: string) => void };

/** Larger than any key: a file of this size is something else. */
const mostBytes = 32 * 1024;

/** Where a public key is pasted, dropped as a file, or chosen as one. */
export function PublicKeyField({ value, error, onChange }: PublicKeyFieldProps) {
  const { t } = useLingui();
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string>();
  const take = async (file: File | null | undefined) => {
    setFault(file && file.size > mostBytes ? t`${file.name} is too large to be a public key.` : undefined);
    if (file && file.size <= mostBytes) onChange(await file.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div>
      <Textarea
        label={t`Public key`}
        description={t`Paste the contents of your .pub file. Never share the file without .pub: that’s your private key.`}
        placeholder="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA… you@laptop"
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        data-over={over || undefined}
        classNames={{ input: classes.input }}
        value={value}
        error={fault ?? error}
        onChange={(event) => onChange(event.currentTarget.value)}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      />
      <Group gap="xs" mt="xs">
        <FileButton onChange={(file) => void take(file)} accept=".pub,text/plain">
          {(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<IconFile size={14} aria-hidden />}>
              <Trans>Choose a .pub file</Trans>
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          <Trans>or drag it here</Trans>
        </Text>
      </Group>
    </div>
  );
}
