import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import type { AddonRowFragment } from '../../gql/graphql';
import { useSubmit } from '../../lib/form';
import { formatMoney } from '../../lib/money';
import { Dialog } from '../../ui/dialog';
import { DialogForm } from '../../ui/dialog-form';
import { tellDone } from '../../ui/notify';
import { plansLike } from './addon-plans';
import { PlanSelect } from './plan-select';
import type { Plans } from './plans';

const changePlanDocument = graphql(`
  mutation ChangeAddonPlan($id: ID!, $input: ChangeAddonPlanInput!) {
    changeAddonPlan(id: $id, input: $input) {
      addon { ...AddonRow }
      errors { ...UserError }
    }
  }
`);

type Cents = { amount: number; currency: string };

/** What a month costs now and then, and by how much it differs. */
function Difference({ from, to }: { from: Cents; to: Cents }) {
  const { i18n } = useLingui();
  const now = formatMoney(from, i18n.locale);
  const then = formatMoney(to, i18n.locale);
  const by = formatMoney({ ...to, amount: Math.abs(to.amount - from.amount) }, i18n.locale);
  return (
    <Text className="tabular" aria-live="polite">
      {to.amount === from.amount && <Trans>{now} a month</Trans>}
      {to.amount > from.amount && (
        <Trans>
          {now} → {then} a month, {by} more
        </Trans>
      )}
      {to.amount < from.amount && (
        <Trans>
          {now} → {then} a month, {by} less
        </Trans>
      )}
    </Text>
  );
}

type FormProps = { addon: AddonRowFragment; plans: Plans; onClose: () => void };

function ChangePlanForm({ addon: { id, name, plan }, plans, onClose }: FormProps) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { plan: plan.name },
    validate: { plan: (chosen) => (chosen === plan.name ? t`Choose another plan.` : null) },
  });
  const submit = useSubmit({
    form,
    document: changePlanDocument,
    variables: (input) => ({ id, input }),
    onDone: (_, { plan: chosen }) => {
      onClose();
      tellDone(t`Plan of ${name} changed to ${chosen}`);
    },
    keepsDraft: false, // it would be another add-on's
  });
  const chosen = plans.find((one) => one.name === form.values.plan);
  return (
    <DialogForm submit={submit} onCancel={onClose} verb={<Trans>Change plan</Trans>}>
      <PlanSelect
        label={t`Plan`}
        plans={plansLike(plan.name, plans)}
        data-autofocus
        {...form.getInputProps('plan')}
      />
      <Difference from={plan.price.monthly} to={chosen?.price.monthly ?? plan.price.monthly} />
      <Text size="sm" c="dimmed">
        <Trans>The new price applies once the new plan is running.</Trans>
      </Text>
    </DialogForm>
  );
}

/** Gives an add-on another plan of the same product. */
export function ChangePlanDialog({ opened, ...form }: FormProps & { opened: boolean }) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={form.onClose} title={t`Change plan of ${form.addon.name}`}>
      <ChangePlanForm {...form} />
    </Dialog>
  );
}
