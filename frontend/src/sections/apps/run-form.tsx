import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { useIsSimulated } from '../../lib/sandbox';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { defaultSize } from './container-prices';
import classes from './inline-form.module.css';
import { SizeSelect } from './plan-select';
import type { Plans } from './plans';

const runDocument = graphql(`
  mutation RunOneOff($appId: ID!, $input: RunOneOffInput!) {
    runOneOff(appId: $appId, input: $input) {
      oneOff { id }
      errors { ...UserError }
    }
  }
`);

/** Runs a command in a container of its own. */
export function RunForm({ appId, plans }: { appId: string; plans: Plans }) {
  const { t } = useLingui();
  const simulated = useIsSimulated();
  const form = useForm({
    initialValues: { command: '', size: defaultSize(plans) },
    validate: { command: (command) => (command.trim() ? null : t`Enter a command.`) },
  });
  const { onSubmit, pending, whole, problem } = useSubmit({
    form,
    document: runDocument,
    variables: ({ command, size }) => ({ appId, input: { command: command.trim(), size } }),
    onDone: () => {
      form.setFieldValue('command', '');
      form.resetDirty();
      tellDone(t`One-off container started`);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className={`${classes.form} ${classes.wide}`}>
      <TextInput
        label={t`Command`}
        description={
          simulated &&
          t`In a sandbox nothing is really run: “sleep 5” ends after 5 seconds, “exit 1” with exit code 1.`
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="rake db:migrate"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1000}
        {...form.getInputProps('command')}
      />
      <SizeSelect
        label={t`Size`}
        sizes={plans}
        per="hour"
        description={plans.find(({ name }) => name === form.values.size)?.label}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('size')}
      />
      <Button type="submit" loading={pending} className={classes.submit}>
        <Trans>Run command</Trans>
      </Button>
      <div className={classes.faults}>
        <FormFaults whole={whole} problem={problem} />
      </div>
    </form>
  );
}
