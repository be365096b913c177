import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './stepper.module.css';

type StepperProps = {
  /** What is counted. */
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

type StepProps = { label: string; still: boolean; onStep: () => void; children: ReactNode };

/** A button that does nothing at the end. It keeps the focus there, as a disabled one could not. */
function Step({ label, still, onStep, children }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={label}
      aria-disabled={still || undefined}
      data-disabled={still || undefined}
      onClick={still ? undefined : onStep}
    >
      {children}
    </ActionIcon>
  );
}

/** A small number with a button for one fewer and one more. */
export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  const { t } = useLingui();
  return (
    <fieldset aria-label={label} className={classes.stepper}>
      <Step label={t`One fewer`} still={value <= min} onStep={() => onChange(value - 1)}>
        <IconMinus size={16} aria-hidden />
      </Step>
      <span className={`${classes.count} tabular`} aria-live="polite">
        {value}
      </span>
      <Step label={t`One more`} still={value >= max} onStep={() => onChange(value + 1)}>
        <IconPlus size={16} aria-hidden />
      </Step>
    </fieldset>
  );
}
