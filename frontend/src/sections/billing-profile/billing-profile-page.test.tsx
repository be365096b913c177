import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ada, fakeApi, renderPage } from '../../lib/test-page';
import { BillingProfilePage } from './billing-profile-page';
import * as cache from './cache';
import { countries, inUnion, namedCountries } from './countries';

const api = fakeApi();

const works = {
  __typename: 'BillingProfile',
  kind: 'BUSINESS',
  legalName: 'Harbour Works GmbH',
  addressLine1: 'Hafenstraße 12',
  addressLine2: '',
  postalCode: '20457',
  city: 'Hamburg',
  state: '',
  country: 'DE',
  vatNumber: 'DE136695976',
  vatStatus: 'CONFIRMED',
  invoiceNote: '',
  recipients: ['books@example.org'],
};

const answer = (profile: object | null) =>
  api.answer('BillingProfile', () => ({
    viewer: { __typename: 'Viewer', id: ada.id, billing: { __typename: 'Billing', profile } },
  }));

async function show(profile: object | null) {
  answer(profile);
  const view = renderPage(<BillingProfilePage />, { sections: [cache] });
  await screen.findByText('Save');
  return view;
}

const saves = (profile: object) => {
  api.answer('UpdateBillingProfile', () => {
    answer(profile);
    const billing = { __typename: 'Billing', profile };
    return { updateBillingProfile: { __typename: 'UpdateBillingProfilePayload', billing, errors: [] } };
  });
};

const save = () => fireEvent.click(screen.getByText('Save'));
const sent = () =>
  api.asked
    .filter(({ operation }) => operation === 'UpdateBillingProfile')
    .map(({ variables }) => variables.input);
const field = (label: string) => screen.getByLabelText(label, { selector: 'input, textarea' });
const fill = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });

async function choose(country: string) {
  // Typing opens the list with what matches alone.
  fill('Country', country);
  fireEvent.click(await screen.findByText(country));
}

test('what is missing is said at its field', async () => {
  const { unsaved } = await show(null);
  fill('Full name', 'Ada Lovelace');
  expect(unsaved.isDirty()).toBe(true);
  save();
  await waitFor(() => expect(field('Address')).toBeInvalid());
  expect(field('City')).toBeInvalid();
  expect(field('Country')).toBeInvalid();
  expect(sent()).toEqual([]);
});

test('the first time, all is sent', async () => {
  await show(null);
  fill('Full name', 'Ada Lovelace');
  await choose('Iceland');
  fill('Address', 'Laugavegur 1');
  fill('City', 'Reykjavík');
  expect(screen.queryByLabelText('VAT number')).toBeNull();
  saves({ ...works, kind: 'PRIVATE', vatNumber: '', vatStatus: 'NONE', country: 'IS' });
  save();
  expect(await screen.findByText('Billing details saved')).toBeVisible();
  expect(sent()).toEqual([
    {
      kind: 'PRIVATE',
      legalName: 'Ada Lovelace',
      addressLine1: 'Laugavegur 1',
      addressLine2: '',
      postalCode: '',
      city: 'Reykjavík',
      state: '',
      country: 'IS',
      vatNumber: '',
      invoiceNote: '',
      recipients: [],
    },
  ]);
});

test('only what was changed is sent', async () => {
  const { unsaved } = await show(works);
  fill('City', 'Bremen');
  fill('Other recipients', 'books@example.org\nada@example.org');
  saves({ ...works, city: 'Bremen' });
  save();
  await waitFor(() =>
    expect(sent()).toEqual([{ city: 'Bremen', recipients: ['books@example.org', 'ada@example.org'] }]),
  );
  await waitFor(() => expect(unsaved.isDirty()).toBe(false));
});

test('a VAT number goes with what it no longer fits', async () => {
  await show(works);
  expect(screen.getByText('Confirmed by VIES')).toBeVisible();
  await choose('Switzerland');
  expect(screen.queryByLabelText('VAT number')).toBeNull();
  saves({ ...works, country: 'CH', vatNumber: '', vatStatus: 'NONE' });
  save();
  await waitFor(() => expect(sent()).toEqual([{ country: 'CH', vatNumber: '' }]));
});

test('what the server finds wrong is at its field, and what was typed stays', async () => {
  await show(works);
  fill('VAT number', 'DE1366959767');
  expect(screen.queryByText('Confirmed by VIES')).toBeNull();
  const message = 'This isn’t a VAT number.';
  api.pay('UpdateBillingProfile', {
    billing: null,
    errors: [{ __typename: 'InputError', message, code: 'VAT_NUMBER_INVALID', path: ['input', 'vatNumber'] }],
  });
  save();
  expect(await screen.findByText(message)).toBeVisible();
  expect(field('VAT number')).toBeInvalid();
  expect(field('VAT number')).toHaveValue('DE1366959767');
});

test('which recipient is no address is said', async () => {
  await show(works);
  fill('Other recipients', 'books@example.org\njane');
  save();
  expect(await screen.findByText('“jane” isn’t an email address.')).toBeVisible();
  expect(sent()).toEqual([]);
});

test('an answer of VIES shows by itself', async () => {
  await show({ ...works, vatStatus: 'UNCHECKED' });
  expect(screen.getByText('Waiting for VIES to confirm it')).toBeVisible();
  answer({ ...works, vatStatus: 'REFUSED' });
  expect(await screen.findByText('Not known to VIES')).toBeVisible();
});

test('the number is shown as the server writes it', async () => {
  await show(works);
  fill('VAT number', 'de 811 569 869');
  saves({ ...works, vatNumber: 'DE811569869' });
  save();
  await waitFor(() => expect(field('VAT number')).toHaveValue('DE811569869'));
});

test('there are all countries, with their names', () => {
  expect(new Set(countries).size).toBe(249);
  expect(countries.filter(inUnion)).toHaveLength(27);
  expect(namedCountries('fr').find(({ value }) => value === 'DE')?.label).toBe('Allemagne');
  expect(namedCountries('en').every(({ value, label }) => label !== value)).toBe(true);
});
