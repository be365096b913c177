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
      <Text>
        {system === 'Windows' ? (
          <Trans>
            Run this command in PowerShell. Press Enter to accept the default file, then choose a passphrase.
          </Trans>
        ) : (
          <Trans>
            Run this command in a terminal. Press Enter to accept the default file, then choose a passphrase.
          </Trans>
        )}
      </Text>
      <Snippet code={make} what={t`the command that creates a key`} />
      <Text>
        {copies ? (
          <Trans>Copy the public key, then paste it above.</Trans>
        ) : (
          <Trans>Print the public key, then paste it above.</Trans>
        )}
      </Text>
      <Snippet code={show} what={t`the command that prints the public key`} />
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
        <Trans>How do I create one?</Trans>
      </Anchor>
      <Collapse expanded={opened} id={id}>
        <Tabs defaultValue={thisSystem()} mt="xs" keepMounted={false}>
          <Tabs.List aria-label={t`Operating system`}>
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
