import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import classes from './stepper.module.css';

type StepperProps = {
  /** What is counted. */
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

/** A small number with a button for one fewer and one more. */
export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  const { t } = useLingui();
  return (
    <fieldset aria-label={label} className={classes.stepper}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t`One fewer`}
        disabled={value <= min}
        onClick={() => onChange(value - 1)}
      >
        <IconMinus size={16} aria-hidden />
      </ActionIcon>
      <span className={`${classes.count} tabular`} aria-live="polite">
        {value}
      </span>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={t`One more`}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
