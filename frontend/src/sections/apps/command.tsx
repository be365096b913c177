import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useId, useState } from 'react';

/** From how many characters on a command is cut: more than three lines on a small screen. */
const long = 120;

/** How many characters of a command a button's name or a message has. */
const short = 60;

/** The beginning of a command, where it is only named. */
export function shortCommand(command: string): string {
  const all = [...command];
  return all.length > short ? `${all.slice(0, short - 1).join('')}…` : command;
}

/** A command; a very long one in a few lines, until one wants to read it all. */
export function Command({ command }: { command: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  if (command.length <= long) return <span className="mono">{command}</span>;
  return (
    <>
      <Text inherit component="div" className="mono" id={id} lineClamp={open ? undefined : 3}>
        {command}
      </Text>
      <Button
        variant="subtle"
        size="compact-xs"
        px={0}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <Trans>Show less</Trans> : <Trans>Show whole command</Trans>}
      </Button>
    </>
  );
}
