import { useLingui } from '@lingui/react/macro';
import { TextInput, type TextInputProps } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { type ChangeEvent, type Ref, useEffect, useRef } from 'react';
import { digitsOf } from '../lib/digits';

type CodeFieldProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value?: string;
  onChange?: (code: string) => void;
  ref?: Ref<HTMLInputElement>;
};

/** A code of six digits. It sends its form by itself when the last one is there. */
export function CodeField({ value = '', onChange, ref, ...props }: CodeFieldProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const wrong = Boolean(props.error);
  // A wrong code is typed anew, not mended.
  useEffect(() => {
    if (wrong) input.current?.select();
  }, [wrong]);
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const code = digitsOf(event.currentTarget.value).slice(0, 6);
    onChange?.(code);
    if (code.length === 6 && code !== value) event.currentTarget.form?.requestSubmit();
  };
  return (
    <TextInput
      label={t`6-digit code`}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      classNames={{ input: 'tabular' }}
      aria-invalid={wrong || undefined}
      {...props}
      ref={useMergedRef(input, ref)}
      value={value}
      onChange={change}
    />
  );
}
