import { useLingui } from '@lingui/react/macro';
import { Input, SegmentedControl, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useId, useMemo } from 'react';
import type { CustomerKind } from '../../gql/graphql';
import { useViewer } from '../../lib/viewer';
import { inUnion, namedCountries } from './countries';
import { type BillingProfile, type Details, hasVatNumber } from './details';
import { VatStatus } from './vat-status';

export type DetailsForm = UseFormReturnType<Details>;

function KindField({ form }: { form: DetailsForm }) {
  const { t } = useLingui();
  const label = useId();
  return (
    <Stack gap={4} align="flex-start">
      <Input.Label id={label} labelElement="div">
        {t`You pay as`}
      </Input.Label>
      <SegmentedControl
        aria-labelledby={label}
        value={form.values.kind}
        onChange={(kind) => form.setFieldValue('kind', kind as CustomerKind)}
        data={[
          { value: 'PRIVATE', label: t`Private person` },
          { value: 'BUSINESS', label: t`Business` },
        ]}
      />
    </Stack>
  );
}

function CountryField({ form }: { form: DetailsForm }) {
  const { t, i18n } = useLingui();
  const data = useMemo(() => namedCountries(i18n.locale), [i18n.locale]);
  return (
    <Select
      label={t`Country`}
      data={data}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t`No matching countries`}
      autoComplete="off"
      {...form.getInputProps('country')}
      value={form.values.country || null}
      onChange={(country) => form.setFieldValue('country', country ?? '')}
    />
  );
}

function AddressFields({ form }: { form: DetailsForm }) {
  const { t } = useLingui();
  return (
    <>
      <CountryField form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
        <TextInput
          label={t`Address`}
          description={t`Street and number`}
          autoComplete="billing address-line1"
          {...form.getInputProps('addressLine1')}
        />
        <TextInput
          label={t`Address line 2`}
          description={t`Optional`}
          autoComplete="billing address-line2"
          {...form.getInputProps('addressLine2')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="md">
        <TextInput
          label={t`Postal code`}
          description={inUnion(form.values.country) || !form.values.country ? undefined : t`Optional`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="billing postal-code"
          {...form.getInputProps('postalCode')}
        />
        <TextInput label={t`City`} autoComplete="billing address-level2" {...form.getInputProps('city')} />
        <TextInput
          label={t`State or region`}
          description={t`Optional`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="billing address-level1"
          {...form.getInputProps('state')}
        />
      </SimpleGrid>
    </>
  );
}

function VatField({ form, profile }: { form: DetailsForm; profile: BillingProfile | null }) {
  const { t } = useLingui();
  const saved = profile?.vatNumber === form.values.vatNumber;
  return (
    <Stack gap={6}>
      <TextInput
        label={t`VAT number`}
        description={t`Optional. Without a number confirmed by VIES, the EU’s register, you pay VAT like a private person.`}
        placeholder="DE136695976"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        {...form.getInputProps('vatNumber')}
      />
      <VatStatus status={saved && profile ? profile.vatStatus : 'NONE'} />
    </Stack>
  );
}

/** Who pays: a person or a business, with the address that decides on VAT. */
export function BilledTo({ form, profile }: { form: DetailsForm; profile: BillingProfile | null }) {
  const { t } = useLingui();
  const business = form.values.kind === 'BUSINESS';
  return (
    <Stack>
      <KindField form={form} />
      <TextInput
        label={business ? t`Registered name` : t`Full name`}
        autoComplete={business ? 'billing organization' : 'billing name'}
        {...form.getInputProps('legalName')}
      />
      <AddressFields form={form} />
      {hasVatNumber(form.values) && <VatField form={form} profile={profile} />}
    </Stack>
  );
}

/** What is printed on invoices, and who gets them. */
export function OnInvoices({ form }: { form: DetailsForm }) {
  const { t } = useLingui();
  const { email } = useViewer();
  return (
    <Stack>
      <TextInput
        label={t`Note`}
        description={t`Printed on each invoice, such as a purchase order number. Optional.`}
        autoComplete="off"
        maxLength={300}
        {...form.getInputProps('invoiceNote')}
      />
      <Textarea
        label={t`Other recipients`}
        description={t`Invoices go to ${email}. Add up to 5 email addresses, each on its own line.`}
        autosize
        minRows={2}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('recipients')}
      />
    </Stack>
  );
}
