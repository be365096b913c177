import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Collapse, Stack, Tabs, Text } from '@mantine/core';
import { useId } from 'react';
import { Snippet } from '../../ui/snippet';

const make = 'ssh-keygen -t ed25519';

const systems = {
  Linux: { show: 'cat ~/.ssh/id_ed25519.pub', copies: false },
  macOS: { show: 'pbcopy < ~/.ssh/id_ed25519.pub', copies: true },
  Windows: { show: 'Get-Content $env:USERPROFILE\\.ssh\\id_ed25519.pub | Set-Clipboard', copies: true },
} as const;

type System = keyof typeof systems;

function thisSystem(): System {
  if (/Windows/.test(navigator.userAgent)) return 'Windows';
  return /Mac/.test(navigator.userAgent) ? 'macOS' : 'Linux';
}

function Steps({ system }: { system: System }) {
  const { t } = useLingui();
  const { show, copies } = systems[system];
  return (
    <Stack gap="xs" pt="sm">
      <Text size="sm">
        {system === 'Windows' ? (
          <Trans>
            In PowerShell, make a key. Enter takes the usual file; a passphrase protects the key if it is
            stolen.
          </Trans>
        ) : (
          <Trans>
            In a terminal, make a key. Enter takes the usual file; a passphrase protects the key if it is
            stolen.
          </Trans>
        )}
      </Text>
      <Snippet code={make} what={t`the command that makes a key`} />
      <Text size="sm">
        {copies ? (
          <Trans>Copy its public half, then paste it above.</Trans>
        ) : (
          <Trans>Show its public half, then copy the line and paste it above.</Trans>
        )}
      </Text>
      <Snippet code={show} what={t`the command that shows the public half`} />
    </Stack>
  );
}

/** How to make a key, for each system; closed until it is asked for. */
export function HowToMake({ opened, onToggle }: { opened: boolean; onToggle: () => void }) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div>
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={onToggle}
        aria-expanded={opened}
        aria-controls={id}
      >
        <Trans>How do I make one?</Trans>
      </Anchor>
      <Collapse expanded={opened} id={id}>
        <Tabs defaultValue={thisSystem()} mt="xs" keepMounted={false}>
          <Tabs.List aria-label={t`Your system`}>
            {Object.keys(systems).map((system) => (
              <Tabs.Tab key={system} value={system}>
                {system}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {(Object.keys(systems) as System[]).map((system) => (
            <Tabs.Panel key={system} value={system}>
              <Steps system={system} />
            </Tabs.Panel>
          ))}
        </Tabs>
      </Collapse>
    </div>
  );
}
