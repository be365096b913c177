import { useLingui } from '@lingui/react/macro';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password that is typed; it can be looked at, and says of itself when it is wrong. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': t`Show or hide password` }}
      // Mantine tells it of its other fields only.
      aria-invalid={props.error ? true : undefined}
      {...props}
    />
  );
}
