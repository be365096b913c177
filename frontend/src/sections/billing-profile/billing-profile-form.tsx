import { Trans, useLingui } from '@lingui/react/macro';
import { Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useEffectEvent } from 'react';
import { graphql } from '../../gql';
import { useSubmit } from '../../lib/form';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { SectionCard } from '../../ui/section-card';
import { SubmitButton } from '../../ui/submit-button';
import { addressesIn, type BillingProfile, changesIn, type Details, detailsOf } from './details';
import { BilledTo, OnInvoices } from './fields';

const updateDocument = graphql(`
  mutation UpdateBillingProfile($input: UpdateBillingProfileInput!) {
    updateBillingProfile(input: $input) {
      billing { profile { vatNumber vatStatus } }
      errors { ...UserError }
    }
  }
`);

const most = 5;

function useDetailsForm(profile: BillingProfile | null) {
  const { t } = useLingui();
  const filled = (message: string) => (value: string) => (value.trim() ? null : message);
  const form = useForm<Details>({
    initialValues: detailsOf(profile),
    validate: {
      legalName: filled(t`Enter the name your invoices are made out to.`),
      country: filled(t`Choose your country.`),
      addressLine1: filled(t`Enter your street and number.`),
      city: filled(t`Enter your city.`),
      recipients: (text) => {
        const addresses = addressesIn(text);
        const wrong = addresses.find((address) => !/^[^@]+@[^@]+\.[^@]+$/.test(address));
        if (wrong) return t`“${wrong}” isn’t an email address.`;
        return addresses.length > most ? t`Add up to ${most} email addresses.` : null;
      },
    },
  });
  // What was changed elsewhere, or brought into its normal form, shows here, except over what is being typed.
  const follow = useEffectEvent((details: Details) => {
    if (form.isDirty()) return;
    form.setValues(details);
    form.resetDirty(details);
  });
  const saved = JSON.stringify(detailsOf(profile));
  useEffect(() => follow(JSON.parse(saved)), [saved]);
  return form;
}

/** What invoices are made out to: saved together, by a button. */
export function BillingProfileForm({ profile }: { profile: BillingProfile | null }) {
  const { t } = useLingui();
  const form = useDetailsForm(profile);
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form,
    document: updateDocument,
    variables: (values) => ({ input: changesIn(values, profile, form.isDirty) }),
    onDone: () => tellDone(t`Billing details saved`),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        <FormFaults whole={whole} problem={problem} />
        <SectionCard title={t`Billed to`} about={t`The VAT you pay depends on your country.`}>
          <BilledTo form={form} profile={profile} />
        </SectionCard>
        <SectionCard title={t`Invoices`}>
          <OnInvoices form={form} />
        </SectionCard>
        <Group justify="flex-end">
          <SubmitButton pending={pending} wait={wait} idle={!form.isDirty()}>
            <Trans>Save</Trans>
          </SubmitButton>
        </Group>
      </Stack>
    </form>
  );
}
