import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';

/** Mantine closes every open dialog on Escape; this one answers alone. */
const alone = { 'data-mantine-stop-propagation': 'true' };

type DiscardDialogProps = { opened: boolean; onKeep: () => void; onDiscard: () => void };

/** Asks before input is lost. Escape, and all else that closes it, keeps the input. */
export function DiscardDialog({ opened, onKeep, onDiscard }: DiscardDialogProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title={t`Discard unsaved changes?`}
      size="sm"
      zIndex={250}
      withCloseButton={false}
      // The Escape that opens this dialog would close it again: only its own keys count.
      closeOnEscape={false}
      onKeyDown={(event) => event.key === 'Escape' && onKeep()}
    >
      <Stack>
        <Text>
          <Trans>If you leave now, what you entered will be lost.</Trans>
        </Text>
        <Group justify="flex-end">
          <Button {...alone} variant="default" onClick={onKeep} data-autofocus>
            <Trans>Keep editing</Trans>
          </Button>
          <Button {...alone} color="danger" onClick={onDiscard}>
            <Trans>Discard changes</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
