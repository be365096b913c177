import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { AppFilter } from '../../gql/graphql';
import { type Answers, connection, showPage } from '../../lib/live/page.fixture';
import { apps } from './section';
// Compiled before the first test has to wait for it.
import './apps-page';

const owner = { __typename: 'PublicProfile', id: 'viewer', username: 'ada' };

const app = (name: string, status: string) => ({
  __typename: 'App',
  id: `app-${name}`,
  name,
  viewerRole: 'OWNER',
  status,
  owner,
  lastDeployment: null,
});

/** Answers as the server filters. */
function answers(all: readonly ReturnType<typeof app>[]): Answers {
  return {
    Apps: ({ filter }) => {
      const { name = '', status } = (filter ?? {}) as AppFilter;
      const found = all.filter(
        (one) => one.name.includes(name ?? '') && (!status || (status as string[]).includes(one.status)),
      );
      return {
        viewer: {
          __typename: 'Viewer',
          id: 'viewer',
          apps: connection('App', found),
          invitations: [],
          appTransfers: [],
        },
        serverInfo: {
          __typename: 'ServerInfo',
          git: { __typename: 'GitEndpoint', host: 'localhost', port: 2222, user: 'git' },
        },
      };
    },
  };
}

const two = [app('shop', 'RUNNING'), app('loom', 'STOPPED')];
const show = (path: string, given: Answers) => showPage(path, (parent) => apps(parent).routes, [], given);
const search = () => screen.findByRole('searchbox', { name: 'Search' });
const link = (name: string) => screen.queryByRole('link', { name });

describe('the filter of the apps', () => {
  test('finds apps by a part of their name, and stands in the address', async () => {
    const { router } = show('/apps', answers(two));
    await userEvent.type(await search(), 'sho');
    await waitFor(() => expect(link('loom')).toBeNull());
    expect(link('shop')).toBeInTheDocument();
    expect(await search()).toHaveFocus();
    expect(router.state.location.search).toEqual({ name: 'sho' });
  });

  test('is taken from the address', async () => {
    show('/apps?name=oo&status=stopped,new', answers(two));
    await screen.findByRole('link', { name: 'loom' });
    expect(link('shop')).toBeNull();
    expect(await search()).toHaveValue('oo');
  });

  test('finds apps by their status', async () => {
    const { router } = show('/apps', answers(two));
    await screen.findByRole('link', { name: 'shop' });
    await userEvent.click(screen.getByLabelText('Status', { selector: 'input' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Stopped' }));
    await waitFor(() => expect(link('shop')).toBeNull());
    expect(router.state.location.search).toEqual({ status: 'stopped' });
  });

  test('that nothing matches is said, and cleared by a button', async () => {
    const { router } = show('/apps?name=nothing', answers(two));
    await screen.findByRole('heading', { name: 'No matching apps' });
    await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1) as HTMLElement);
    await screen.findByRole('link', { name: 'shop' });
    expect(router.state.location.search).toEqual({});
    expect(await search()).toHaveValue('');
  });

  test('is kept while an app is created', async () => {
    const { router } = show('/apps?name=shop', answers(two));
    await userEvent.click(await screen.findByRole('link', { name: 'Create app' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ name: 'shop', dialog: 'create' }));
  });

  test('is not shown to people without apps', async () => {
    show('/apps', answers([]));
    await screen.findByRole('heading', { name: 'No apps yet' });
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('what the apps cost this month', () => {
  const money = (amount: number) => ({ __typename: 'Money', amount, currency: 'EUR' });
  const usage = {
    __typename: 'Usage',
    total: money(1250),
    rows: [
      { __typename: 'UsageRow', app: { __typename: 'NamedApp', id: 'app-shop' }, amount: money(1234) },
      { __typename: 'UsageRow', app: { __typename: 'NamedApp', id: 'app-theirs' }, amount: money(16) },
    ],
  };
  const AppCosts = () => ({
    viewer: { __typename: 'Viewer', id: 'viewer', billing: { __typename: 'Billing', usage } },
  });
  const theirs = { ...app('theirs', 'RUNNING'), viewerRole: 'COLLABORATOR' };
  const row = async (name: string) =>
    (await screen.findByRole('link', { name })).closest('li') as HTMLLIElement;

  test('stands at each app that one owns', async () => {
    show('/apps', { ...answers([...two, theirs]), AppCosts });
    expect(await within(await row('shop')).findByText('€12.34')).toBeInTheDocument();
    expect(within(await row('loom')).getByText('€0.00')).toBeInTheDocument();
  });

  test('is not told of an app of others, even if it was one’s own this month', async () => {
    show('/apps', { ...answers([...two, theirs]), AppCosts });
    await screen.findByText('€12.34');
    expect(within(await row('theirs')).queryByText(/€/)).toBeNull();
  });

  test('is summed up below the list, with a way to the details', async () => {
    show('/apps', { ...answers(two), AppCosts });
    expect(await screen.findByText('All your apps: €12.50 so far this month')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'View usage' })).toHaveAttribute('href', '/usage');
  });

  test('is left out for people who may not read it', async () => {
    const { fetch } = show('/apps', answers(two));
    await screen.findByRole('link', { name: 'shop' });
    await waitFor(() =>
      expect(fetch.mock.calls.some(([, init]) => String(init?.body).includes('AppCosts'))).toBe(true),
    );
    expect(screen.queryByText(/this month/)).toBeNull();
  });
});
