import { useLingui } from '@lingui/react/macro';
import { Select, type SelectProps, Text } from '@mantine/core';
import { formatHourly, formatMoney } from '../../lib/money';
import type { Size } from './container-prices';
import type { Plan, Plans } from './plans';

/** An option with what it consists of below. */
function twoLines(labelOf: (name: string) => string | undefined): SelectProps['renderOption'] {
  return ({ option }) => (
    <div>
      <Text inherit className="tabular">
        {option.label}
      </Text>
      <Text size="sm" c="dimmed">
        {labelOf(option.value)}
      </Text>
    </div>
  );
}

type SizeSelectProps = Omit<SelectProps, 'data' | 'renderOption'> & {
  sizes: readonly Size[];
  /** What the price is told for. */
  per: 'month' | 'hour';
};

/** Chooses among sizes of containers: the price beside each name, below it what it consists of. */
export function SizeSelect({ sizes, per, ...props }: SizeSelectProps) {
  const { t, i18n } = useLingui();
  const labelled = ({ name, price }: Size) => {
    const cost =
      per === 'month'
        ? formatMoney(price.monthly, i18n.locale)
        : formatHourly(price.microsPerHour, i18n.locale);
    return per === 'month' ? t`${name} · ${cost} a month` : t`${name} · ${cost} an hour`;
  };
  return (
    <Select
      {...props}
      data={sizes.map((size) => ({ value: size.name, label: labelled(size) }))}
      allowDeselect={false}
      renderOption={twoLines((name) => sizes.find((size) => size.name === name)?.label)}
    />
  );
}

function useOptions() {
  const { t, i18n } = useLingui();
  return (plans: Plans) =>
    plans.map(({ name, price }) => {
      const cost = formatMoney(price.monthly, i18n.locale);
      return { value: name, label: t`${name} · ${cost} a month` };
    });
}

type PlanSelectProps = Omit<SelectProps, 'data' | 'renderOption'> & { plans: Plans };

/** Chooses among plans for databases and other add-ons: the price beside each name, below it what it consists of. */
export function PlanSelect({ plans, ...props }: PlanSelectProps) {
  const { t } = useLingui();
  const options = useOptions();
  const of = (kind: Plan['kind']) => options(plans.filter((plan) => plan.kind === kind));
  const groups = [
    { group: t`Databases`, items: of('DATABASE') },
    { group: t`Other add-ons`, items: of('ADDON') },
  ].filter(({ items }) => items.length > 0);
  const labelOf = (name?: string | null) => plans.find((plan) => plan.name === name)?.label;
  return (
    <Select
      {...props}
      data={groups.length === 1 ? groups[0]?.items : groups}
      allowDeselect={false}
      description={labelOf(props.value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      renderOption={twoLines(labelOf)}
    />
  );
}
