import { useLingui } from '@lingui/react/macro';
import { Group, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { dayKey } from '../../lib/dates';
import { useTimeZone } from '../../lib/viewer';
import { lastDay, lifetimes } from './expiry';
import type { TokenValues } from './token-values';
import { useLifetimeNames } from './words';

/** When a token ends. */
export function ExpiryFields({ form }: { form: UseFormReturnType<TokenValues> }) {
  const { t } = useLingui();
  const names = useLifetimeNames();
  const timeZone = useTimeZone();
  const now = new Date();
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      <Select
        label={t`Expiration`}
        data={lifetimes.map((value) => ({ value, label: names[value] }))}
        allowDeselect={false}
        {...form.getInputProps('expiresAt')}
      />
      {form.values.expiresAt === 'day' && (
        <TextInput
          type="date"
          label={t`Expiration date`}
          min={dayKey(now, timeZone)}
          max={lastDay(now, timeZone)}
          {...form.getInputProps('day')}
        />
      )}
    </Group>
  );
}
