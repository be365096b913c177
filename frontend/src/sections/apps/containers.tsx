import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconRefresh, IconServer } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { formatMoney } from '../../lib/money';
import { useAct } from '../../lib/use-act';
import { Fault, FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Row } from '../../ui/row';
import { Rows } from '../../ui/rows';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SectionCard } from '../../ui/section-card';
import { Stepper } from '../../ui/stepper';
import { SubmitButton } from '../../ui/submit-button';
import type { App } from './app';
import { changesOf, costOf, type Wanted } from './container-prices';
import { NewType } from './new-type';
import { type Plans, usePlans } from './plans';

const scaleDocument = graphql(`
  mutation ScaleApp($id: ID!, $input: ScaleAppInput!) {
    scaleApp(id: $id, input: $input) {
      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }
      errors { ...UserError }
    }
  }
`);

const restartDocument = graphql(`
  mutation RestartApp($id: ID!) {
    restartApp(id: $id) { app { id status } errors { ...UserError } }
  }
`);

const stopDocument = graphql(`
  mutation StopApp($id: ID!) {
    stopApp(id: $id) {
      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }
      errors { ...UserError }
    }
  }
`);

/** What is ordered of each type, as a form has it. */
const orderedOf = (app: App): Wanted[] =>
  app.containers.map(({ type, amount, plan }) => ({ type, amount, size: plan.name }));

/** What undoes a change: a type that was new is scaled to 0. */
const undone = (previous: Wanted[], ordered: Wanted[]): Wanted[] =>
  ordered.map((one) => previous.find(({ type }) => type === one.type) ?? { ...one, amount: 0 });

function Running({ app, type }: { app: App; type: string }) {
  const running = app.containers.find((one) => one.type === type)?.running ?? 0;
  const amount = app.containers.find((one) => one.type === type)?.amount ?? 0;
  return (
    <span>
      {running === amount ? (
        <Trans>{running} running</Trans>
      ) : (
        <Trans>
          {running} of {amount} running
        </Trans>
      )}
    </span>
  );
}

type FieldsProps = {
  index: number;
  type: string;
  plans: Plans;
  form: ReturnType<typeof useForm<{ containers: Wanted[] }>>;
};

function Fields({ index, type, plans, form }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Stepper
        label={t`Number of ${type} containers`}
        min={0}
        max={10}
        value={form.values.containers[index]?.amount ?? 0}
        onChange={(amount) => form.setFieldValue(`containers.${index}.amount`, amount)}
      />
      <Select
        aria-label={t`Size of ${type} containers`}
        data={plans.map(({ name, label }) => ({ value: name, label: `${name} · ${label}` }))}
        allowDeselect={false}
        w="100%"
        maw={230}
        {...form.getInputProps(`containers.${index}.size`)}
      />
    </>
  );
}

function Cost({ wanted, ordered, plans }: { wanted: Wanted[]; ordered: Wanted[]; plans: Plans }) {
  const { i18n } = useLingui();
  const now = formatMoney(costOf(ordered, plans), i18n.locale);
  const then = formatMoney(costOf(wanted, plans), i18n.locale);
  return (
    <Text className="tabular" aria-live="polite">
      {now === then ? (
        <Trans>{now} a month as it stands</Trans>
      ) : (
        <Trans>
          {now} → {then} a month
        </Trans>
      )}
    </Text>
  );
}

type FormationProps = {
  app: App;
  plans: Plans;
  /** What was ordered before this page changed it. */
  previous?: Wanted[];
  onScaled: (previous?: Wanted[]) => void;
};

function Formation({ app, plans, previous, onScaled }: FormationProps) {
  const { t } = useLingui();
  const ordered = orderedOf(app);
  const form = useForm<{ containers: Wanted[] }>({ initialValues: { containers: ordered } });
  const input = (wanted: Wanted[], from: Wanted[]) => ({
    id: app.id,
    input: { containers: changesOf(wanted, from) },
  });
  const saved = () => {
    onScaled(ordered);
    form.resetDirty();
    tellDone(t`Containers scaled`);
  };
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: scaleDocument,
    variables: ({ containers }) => input(containers, ordered),
    onDone: saved,
  });
  const undo = useAct(scaleDocument, () => onScaled());
  const { containers } = form.values;
  const changed = changesOf(containers, ordered).length > 0;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {containers.length > 0 && (
          <Rows label={t`Containers`}>
            {containers.map(({ type }, index) => (
              <Row
                key={type}
                icon={<IconServer size={18} />}
                title={type}
                meta={<Running app={app} type={type} />}
                actions={<Fields index={index} type={type} plans={plans} form={form} />}
              />
            ))}
          </Rows>
        )}
        <NewType
          taken={containers.map(({ type }) => type)}
          onAdd={(type) => form.insertListItem('containers', { type, amount: 1, size: 'M' })}
        />
        <FormFaults whole={[...whole, ...undo.whole]} problem={problem ?? undo.problem} />
        <Group justify="space-between">
          <Cost wanted={containers} ordered={ordered} plans={plans} />
          <Group gap="xs">
            {previous && !changed && (
              <Button
                variant="default"
                loading={undo.pending}
                onClick={() => void undo.act(input(undone(previous, ordered), ordered))}
              >
                <Trans>Undo</Trans>
              </Button>
            )}
            <SubmitButton pending={pending} wait={wait} idle={!changed}>
              <Trans>Scale</Trans>
            </SubmitButton>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** The same containers, for those who may only look. */
function Shown({ app }: { app: App }) {
  const { t } = useLingui();
  if (app.containers.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>This app has no containers yet.</Trans>
      </Text>
    );
  }
  return (
    <Rows label={t`Containers`}>
      {app.containers.map(({ type, plan, amount }) => (
        <Row
          key={type}
          icon={<IconServer size={18} />}
          title={type}
          meta={<Running app={app} type={type} />}
          time={`${amount} × ${plan.name}`}
        />
      ))}
    </Rows>
  );
}

function Acts({ app }: { app: App }) {
  const { t } = useLingui();
  const restart = useAct(restartDocument, () => tellDone(t`Containers restarted`));
  const stop = useAct(stopDocument, () => tellDone(t`App stopped`));
  if (app.status !== 'RUNNING' && app.status !== 'STARTING') return null;
  return (
    <Stack gap="xs" mt="md">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={restart.pending}
          onClick={() => void restart.act({ id: app.id })}
        >
          <Trans>Restart</Trans>
        </Button>
        <Button variant="default" loading={stop.pending} onClick={() => void stop.act({ id: app.id })}>
          <Trans>Stop all containers</Trans>
        </Button>
      </Group>
      <FormFaults whole={[...restart.whole, ...stop.whole]} problem={restart.problem ?? stop.problem} />
    </Stack>
  );
}

/** What an app runs: how many containers of each type and size, and what they cost. */
export function Containers({ app }: { app: App }) {
  const { t } = useLingui();
  const { plans, problem, retry } = usePlans('CONTAINER');
  const [previous, setPrevious] = useState<Wanted[]>();
  const mayScale = app.viewerCan.includes('SCALE');
  // What another tab or a collaborator ordered replaces what this form began with.
  const version = JSON.stringify(orderedOf(app));
  return (
    <SectionCard
      title={t`Containers`}
      about={<Trans>You pay by the minute for what runs. Scaling down takes effect at once.</Trans>}
    >
      {!mayScale && <Shown app={app} />}
      {mayScale && problem && <Fault problem={problem} onRetry={retry} />}
      {mayScale && !plans && !problem && <RowsSkeleton rows={2} />}
      {mayScale && plans && (
        <>
          <Formation key={version} app={app} plans={plans} previous={previous} onScaled={setPrevious} />
          <Acts app={app} />
        </>
      )}
    </SectionCard>
  );
}
