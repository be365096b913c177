import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
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
import { changed, changesOf, costOf, defaultSize, type Size, sizesOf, type Wanted } from './container-prices';
import { NewType } from './new-type';
import { SizeSelect } from './plan-select';
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

type Ordered = readonly { type: string; amount: number; plan: { name: string } }[];

/** What is ordered of each type, as a form has it. */
const orderedOf = (containers: Ordered): Wanted[] =>
  containers.map(({ type, amount, plan }) => ({ type, amount, size: plan.name }));

/** What was ordered before this page changed it, and what the order was then: as long as it is, that can be undone. */
type Undoable = { previous: Wanted[]; version: string };

const versionOf = (containers: Ordered) => JSON.stringify(orderedOf(containers));

/** What undoes a change: a type that was new is scaled to 0. */
const undone = (previous: Wanted[], ordered: Wanted[]): Wanted[] =>
  ordered.map((one) => previous.find(({ type }) => type === one.type) ?? { ...one, amount: 0 });

function Running({ app, type }: { app: App; type: string }) {
  const ordered = app.containers.find((one) => one.type === type);
  if (!ordered) {
    return (
      <span>
        <Trans>Starts once you scale</Trans>
      </span>
    );
  }
  const { running, amount } = ordered;
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
  wanted: Wanted;
  sizes: readonly Size[];
  onChange: (wanted: Wanted) => void;
};

function Fields({ wanted, sizes, onChange }: FieldsProps) {
  const { t } = useLingui();
  const { type, amount, size } = wanted;
  return (
    <>
      <Stepper
        label={t`Number of ${type} containers`}
        min={0}
        max={10}
        value={amount}
        onChange={(next) => onChange({ ...wanted, amount: next })}
      />
      <SizeSelect
        aria-label={t`Size of ${type} containers`}
        sizes={sizes}
        per="month"
        w={{ base: '100%', xs: 264 }}
        maw={264}
        value={size}
        onChange={(next) => next && onChange({ ...wanted, size: next })}
      />
    </>
  );
}

type CostProps = { wanted: Wanted[]; ordered: Wanted[]; sizes: readonly Size[] };

function Cost({ wanted, ordered, sizes }: CostProps) {
  const { i18n } = useLingui();
  const now = formatMoney(costOf(ordered, sizes), i18n.locale);
  const then = formatMoney(costOf(wanted, sizes), i18n.locale);
  return (
    <Text className="tabular" aria-live="polite">
      {now === then ? (
        <Trans>{now} a month</Trans>
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
  onScaled: (previous: Wanted[], containers?: Ordered) => void;
};

/** The form keeps only changes: what others order meanwhile shows below them. */
function Formation({ app, plans, previous, onScaled }: FormationProps) {
  const { t } = useLingui();
  const ordered = orderedOf(app.containers);
  const sizes = sizesOf(plans, app.containers);
  const form = useForm<{ containers: Wanted[] }>({ initialValues: { containers: [] } });
  const wanted = changed(ordered, form.values.containers);
  const changes = changesOf(wanted, ordered);
  const change = (one: Wanted) => {
    form.clearFieldError('containers');
    form.setFieldValue('containers', changesOf(changed(wanted, [one]), ordered));
  };
  const input = (containers: Wanted[]) => ({ id: app.id, input: { containers } });
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: scaleDocument,
    variables: () => input(changes),
    onDone: ({ scaleApp }) => {
      onScaled(ordered, scaleApp.app?.containers);
      form.setValues({ containers: [] });
      form.resetDirty({ containers: [] });
      tellDone(t`Containers scaled`);
    },
  });
  const undo = useAct(scaleDocument, () => onScaled([]));
  // Errors name a container by its place among the changes, where no field stands.
  const refused = typeof form.errors.containers === 'string' ? [form.errors.containers] : [];
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {wanted.length > 0 && (
          <Rows label={t`Containers`}>
            {wanted.map((one) => (
              <Row
                key={one.type}
                icon={<IconServer size={18} />}
                title={one.type}
                meta={
                  <>
                    <Running app={app} type={one.type} />
                    <span>{sizes.find(({ name }) => name === one.size)?.label}</span>
                  </>
                }
                actions={<Fields wanted={one} sizes={sizes} onChange={change} />}
              />
            ))}
          </Rows>
        )}
        <NewType
          taken={wanted.map(({ type }) => type)}
          onAdd={(type) => change({ type, amount: 1, size: defaultSize(plans) })}
        />
        <FormFaults whole={[...refused, ...whole, ...undo.whole]} problem={problem ?? undo.problem} />
        <Group justify="space-between">
          <Cost wanted={wanted} ordered={ordered} sizes={sizes} />
          <Group gap="xs">
            {previous && changes.length === 0 && (
              <Button
                variant="default"
                loading={undo.pending}
                onClick={() => void undo.act(input(changesOf(undone(previous, ordered), ordered)))}
              >
                <Trans>Undo</Trans>
              </Button>
            )}
            <SubmitButton pending={pending} wait={wait} idle={changes.length === 0}>
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

type ActsProps = { app: App; onStopped: (previous: Wanted[], containers?: Ordered) => void };

function Acts({ app, onStopped }: ActsProps) {
  const { t } = useLingui();
  const restart = useAct(restartDocument, () => tellDone(t`Containers restarted`));
  const ordered = orderedOf(app.containers);
  const stop = useAct(stopDocument, ({ stopApp }) => {
    onStopped(ordered, stopApp.app?.containers);
    tellDone(t`App stopped`);
  });
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
  const [undoable, setUndoable] = useState<Undoable>();
  const mayScale = app.viewerCan.includes('SCALE');
  const onOrdered = (previous: Wanted[], containers?: Ordered) =>
    setUndoable(containers && { previous, version: versionOf(containers) });
  // What a teammate ordered since must not be undone with it.
  const previous = undoable?.version === versionOf(app.containers) ? undoable.previous : undefined;
  return (
    <SectionCard
      title={t`Containers`}
      about={<Trans>Billed by the minute while they run. Scaling down takes effect immediately.</Trans>}
    >
      {!mayScale && <Shown app={app} />}
      {mayScale && problem && <Fault problem={problem} onRetry={retry} />}
      {mayScale && !plans && !problem && <RowsSkeleton rows={2} />}
      {mayScale && plans && (
        <>
          <Formation app={app} plans={plans} previous={previous} onScaled={onOrdered} />
          <Acts app={app} onStopped={onOrdered} />
        </>
      )}
    </SectionCard>
  );
}
