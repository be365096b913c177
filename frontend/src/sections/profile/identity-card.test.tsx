import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from 'urql';
import { expect, test } from 'vitest';
import { fakeApi, renderPage } from '../../lib/test-page';
import * as cache from './cache';
import { IdentityCard } from './identity-card';
import { profile } from './profile.fixture';
import { profileDocument } from './profile-page';

const api = fakeApi();

function Identity() {
  const [{ data }] = useQuery({ query: profileDocument });
  return data?.viewer && <IdentityCard profile={data.viewer} />;
}

async function show() {
  api.answer('Profile', () => ({ viewer: profile }));
  const view = renderPage(<Identity />, { sections: [cache] });
  await screen.findByLabelText('Location');
  return view;
}

const save = () => screen.getByRole('button', { name: 'Save' });
const sent = () => api.asked.filter(({ operation }) => operation === 'UpdateProfile');

test('saves only what was changed, and only where something was', async () => {
  api.pay('UpdateProfile', { viewer: { ...profile, location: 'London' } });
  const { unsaved } = await show();
  expect(save()).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(save());
  expect(sent()).toEqual([]);

  await userEvent.type(screen.getByLabelText('Location'), 'London');
  expect(save()).not.toHaveAttribute('aria-disabled');
  expect(unsaved.isDirty()).toBe(true);
  await userEvent.click(save());
  expect(await screen.findByText('Profile saved')).toBeVisible();
  expect(sent().map(({ variables }) => variables)).toEqual([{ input: { location: 'London' } }]);
  await waitFor(() => expect(save()).toHaveAttribute('aria-disabled', 'true'));
  expect(unsaved.isDirty()).toBe(false);
  expect(save()).toHaveFocus();
});

test('follows what was changed elsewhere, but not over what is being typed', async () => {
  const { client } = await show();
  const changeElsewhere = async (company: string) => {
    api.answer('Profile', () => ({ viewer: { ...profile, company } }));
    await client.query(profileDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  };
  await changeElsewhere('Difference Engines');
  await waitFor(() => expect(screen.getByLabelText('Company')).toHaveValue('Difference Engines'));
  await userEvent.type(screen.getByLabelText('Company'), ' Ltd');
  await changeElsewhere('Babbage');
  expect(screen.getByLabelText('Company')).toHaveValue('Difference Engines Ltd');
});
