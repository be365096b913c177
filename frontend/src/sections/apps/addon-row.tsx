import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { IconDatabase, IconPuzzle } from '@tabler/icons-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { AddonRowFragment } from '../../gql/graphql';
import { formatMoney } from '../../lib/money';
import { useAct } from '../../lib/use-act';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { tellDone } from '../../ui/notify';
import { Row } from '../../ui/row';
import { RowMenu } from '../../ui/row-menu';
import { plansLike } from './addon-plans';
import { AddonStatus } from './addon-status';
import { ChangePlanDialog } from './change-plan-dialog';
import { failed } from './failed';
import type { Plans } from './plans';

export const addonFragment = graphql(`
  fragment AddonRow on Addon {
    id
    name
    status
    plan { name label kind price { microsPerHour monthly { amount currency } } }
  }
`);

const resumeDocument = graphql(`
  mutation ResumeAddon($id: ID!) {
    resumeAddon(id: $id) { addon { id status } errors { ...UserError } }
  }
`);

const removeDocument = graphql(`
  mutation RemoveAddon($id: ID!, $input: RemoveAddonInput!) {
    removeAddon(id: $id, input: $input) { removedId errors { ...UserError } }
  }
`);

type Addon = AddonRowFragment;

/** What it costs in a month; what does not run is not paid for. */
function Price({ addon: { status, plan } }: { addon: Addon }) {
  const { i18n } = useLingui();
  if (status === 'SUSPENDED' || status === 'FAILED') return <Trans>Not billed</Trans>;
  const cost = formatMoney(plan.price.monthly, i18n.locale);
  return <Trans>{cost} a month</Trans>;
}

type DialogProps = { addon: Addon; opened: boolean; onClose: () => void };

function RemoveDialog({ addon: { id, name }, opened, onClose }: DialogProps) {
  const { t } = useLingui();
  const { act, ...state } = useAct(removeDocument, () => {
    onClose();
    tellDone(t`Add-on ${name} removed`);
  });
  return (
    <ConfirmByName
      {...state}
      opened={opened}
      onClose={onClose}
      title={t`Remove ${name}`}
      name={name}
      consequences={
        <List spacing={4}>
          <List.Item>
            <Trans>All data in {name} will be permanently deleted. This can’t be undone.</Trans>
          </List.Item>
          <List.Item>
            <Trans>The app will lose access to it immediately. It costs nothing from then on.</Trans>
          </List.Item>
        </List>
      }
      verb={t`Remove add-on`}
      onConfirm={(confirmName) => void act({ id, input: { confirmName } })}
    />
  );
}

function useResume({ id, name }: Addon) {
  const { t } = useLingui();
  const [, resume] = useMutation(resumeDocument);
  return async () => {
    const { data, error } = await resume({ id });
    if (failed(t`Couldn’t resume ${name}`, error, data?.resumeAddon.errors)) return;
    tellDone(t`${name} is being resumed`);
  };
}

type ActionsProps = { addon: Addon; onChange?: () => void; onRemove: () => void };

function Actions({ addon, onChange, onRemove }: ActionsProps) {
  const { t } = useLingui();
  const resume = useResume(addon);
  const { name, status } = addon;
  const items = [
    ...(onChange ? [{ text: t`Change plan…`, label: t`Change plan of ${name}`, onClick: onChange }] : []),
    ...(status === 'SUSPENDED'
      ? [{ text: t`Resume`, label: t`Resume ${name}`, onClick: () => void resume() }]
      : []),
    { text: t`Remove…`, label: t`Remove ${name}`, onClick: onRemove },
  ];
  return <RowMenu label={t`Actions for ${name}`} items={items} />;
}

/** An add-on; `plans`, to change between, only for those who may manage it. */
export function AddonRow({ addon, plans }: { addon: Addon; plans?: Plans }) {
  const [dialog, setDialog] = useState<'plan' | 'remove'>();
  const close = () => setDialog(undefined);
  const { name, plan, status } = addon;
  const mayChange = status === 'RUNNING' && plans && plansLike(plan.name, plans).length > 1;
  return (
    <Row
      data-addon={name}
      icon={plan.kind === 'DATABASE' ? <IconDatabase size={18} /> : <IconPuzzle size={18} />}
      title={name}
      meta={
        <>
          <AddonStatus status={status} />
          <span>{plan.name}</span>
          <span>{plan.label}</span>
          {plans && status === 'FAILED' && (
            <span>
              <Trans>Remove it and add it again. If that fails, too, contact support.</Trans>
            </span>
          )}
        </>
      }
      time={<Price addon={addon} />}
      actions={
        plans && (
          <Actions
            addon={addon}
            onChange={mayChange ? () => setDialog('plan') : undefined}
            onRemove={() => setDialog('remove')}
          />
        )
      }
    >
      {plans && (
        <>
          <ChangePlanDialog addon={addon} plans={plans} opened={dialog === 'plan'} onClose={close} />
          <RemoveDialog addon={addon} opened={dialog === 'remove'} onClose={close} />
        </>
      )}
    </Row>
  );
}
