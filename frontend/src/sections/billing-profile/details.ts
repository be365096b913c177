import type { BillingProfileQuery, CustomerKind, UpdateBillingProfileInput } from '../../gql/graphql';
import { inUnion } from './countries';

export type BillingProfile = NonNullable<NonNullable<BillingProfileQuery['viewer']>['billing']['profile']>;

/** What is in the form. */
export type Details = {
  kind: CustomerKind;
  legalName: string;
  addressLine1: string;
  addressLine2: string;
  postalCode: string;
  city: string;
  state: string;
  country: string;
  vatNumber: string;
  invoiceNote: string;
  /** One address on each line. */
  recipients: string;
};

const empty: Details = {
  kind: 'PRIVATE',
  legalName: '',
  addressLine1: '',
  addressLine2: '',
  postalCode: '',
  city: '',
  state: '',
  country: '',
  vatNumber: '',
  invoiceNote: '',
  recipients: '',
};

/** The details as the form has them; null: nothing was filled in yet. */
export function detailsOf(profile: BillingProfile | null): Details {
  if (!profile) return empty;
  const { vatStatus: _, recipients, ...rest } = profile;
  const known = Object.entries(rest).filter(([field]) => field in empty);
  return { ...empty, ...Object.fromEntries(known), recipients: recipients.join('\n') };
}

/** Whether those who pay can have a VAT number. */
export const hasVatNumber = ({ kind, country }: Pick<Details, 'kind' | 'country'>): boolean =>
  kind === 'BUSINESS' && inUnion(country);

/** The addresses in a text. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/**
 * What was changed, and nothing else: what another tab changed stays. The first time it is
 * all. A VAT number that no longer fits the kind or the country goes with the change.
 */
export function changesIn(
  values: Details,
  saved: BillingProfile | null,
  isDirty: (field: keyof Details) => boolean,
): UpdateBillingProfileInput {
  const left = saved?.vatNumber !== '' && !hasVatNumber(values);
  const wanted = {
    ...values,
    vatNumber: hasVatNumber(values) ? values.vatNumber : '',
    recipients: addressesIn(values.recipients),
  };
  const changed = Object.entries(wanted).filter(
    ([field]) => !saved || isDirty(field as keyof Details) || (field === 'vatNumber' && left),
  );
  return Object.fromEntries(changed);
}
