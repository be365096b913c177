import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { connection, event, showPage } from '../../lib/live/page.fixture';
import * as cache from './cache';
import { apps } from './section';
// Compiled before the first test has to wait for it.
import './app-page';

const money = (amount: number) => ({ __typename: 'Money', amount, currency: 'EUR' });
const plan = (name: string, microsPerHour: number) => ({
  __typename: 'Plan',
  name,
  label: `size ${name}`,
  kind: 'CONTAINER',
  price: { __typename: 'Price', microsPerHour, monthly: money((microsPerHour * 730) / 10_000) },
});
/** Whether the page has asked this. */
const askedFor = (operation: string) =>
  vi.mocked(fetch).mock.calls.some(([, init]) => String(init?.body).includes(`"${operation}"`));

const small = plan('S', 10_000);
const medium = plan('M', 20_000);

const containers = (type: string, amount: number, size = medium) => ({
  __typename: 'Container',
  type,
  amount,
  running: amount,
  plan: size,
});

type Ordered = ReturnType<typeof containers>;

/** The resources of an app, of which the API tells what `given` holds. */
function showContainers(ordered: Ordered[], sold = [small, medium], simulated = false) {
  const given = { ordered, errors: [] as Record<string, unknown>[] };
  const app = () => ({
    __typename: 'App',
    id: 'app-1',
    name: 'my-app',
    viewerRole: 'OWNER',
    viewerCan: ['READ', 'SCALE', 'RUN_ONE_OFF'],
    gitRemote: 'ssh://git@localhost:2222/my-app.git',
    timelineHead: 'head-1',
    status: 'RUNNING',
    containers: given.ordered,
    owner: { __typename: 'PublicProfile', id: 'viewer', username: 'ada', fullName: '' },
  });
  const git = { __typename: 'GitEndpoint', hostKeyFingerprint: 'SHA256:host', knownHosts: 'localhost' };
  const node = (fields: Record<string, unknown>) => ({ node: { __typename: 'App', id: 'app-1', ...fields } });
  const payload = (type: string) => {
    const refused = given.errors.length > 0;
    return { __typename: type, app: refused ? null : app(), errors: given.errors };
  };
  const scaled: unknown[] = [];
  const shown = showPage('/apps/my-app?tab=resources', (parent) => apps(parent).routes, [cache], {
    AppPage: () => ({ app: app(), serverInfo: { __typename: 'ServerInfo', git } }),
    AppById: () => ({ node: app() }),
    Plans: () => ({ plans: sold }),
    Sandbox: () => ({ serverInfo: { __typename: 'ServerInfo', sandbox: true, simulated } }),
    Addons: () => node({ addons: connection('Addon', []) }),
    OneOffs: () => node({ oneOffs: connection('OneOff', []) }),
    ScaleApp: ({ input }) => {
      const changes = (input as { containers: { type: string; amount: number }[] }).containers;
      scaled.push(changes);
      given.ordered = given.ordered.map((one) => {
        const amount = changes.find(({ type }) => type === one.type)?.amount ?? one.amount;
        return { ...one, amount, running: amount };
      });
      return { scaleApp: payload('ScaleAppPayload') };
    },
    StopApp: () => {
      given.ordered = given.ordered.map((one) => ({ ...one, amount: 0, running: 0 }));
      return { stopApp: payload('StopAppPayload') };
    },
  });
  /** Another person orders something. */
  const elsewhere = (next: Ordered[]) => {
    given.ordered = next;
    const node = event('2', 'Scaled', { __typename: 'AppScaledEvent', type: 'APP_SCALED' });
    act(() => shown.socket.send({ appTimeline: { __typename: 'TimelineEdge', cursor: 'c-2', node } }));
  };
  return { given, scaled, elsewhere };
}

const amountOf = async (type: string) =>
  within(await screen.findByRole('group', { name: `Number of ${type} containers` }));
const more = async (type: string) =>
  userEvent.click((await amountOf(type)).getByRole('button', { name: 'One more' }));
const scale = () => userEvent.click(screen.getByRole('button', { name: 'Scale' }));

test('what is wrong with containers is said', async () => {
  const { given } = showContainers([containers('web', 1)]);
  const message = 'An app has at most 10 types of containers.';
  given.errors = [
    { __typename: 'InputError', message, code: 'LIMIT_REACHED', path: ['input', 'containers'] },
  ];
  await more('web');
  await scale();
  await screen.findByText(message);
  expect((await amountOf('web')).getByText('2')).toBeVisible();
});

test('a change stays when a teammate scales another type', async () => {
  const { elsewhere, scaled } = showContainers([containers('web', 1), containers('worker', 1)]);
  await more('web');
  elsewhere([containers('web', 1), containers('worker', 4)]);
  await waitFor(async () => expect((await amountOf('worker')).getByText('4')).toBeVisible());
  expect((await amountOf('web')).getByText('2')).toBeVisible();
  await scale();
  await waitFor(() => expect(scaled).toEqual([[{ type: 'web', amount: 2, size: 'M' }]]));
});

test('scaling can be undone', async () => {
  const { scaled } = showContainers([containers('web', 1)]);
  await more('web');
  await scale();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(scaled[1]).toEqual([{ type: 'web', amount: 1, size: 'M' }]));
});

test('but not once a teammate has scaled', async () => {
  const { elsewhere } = showContainers([containers('web', 1)]);
  await more('web');
  await scale();
  await screen.findByRole('button', { name: 'Undo' });
  elsewhere([containers('web', 4)]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('stopping can be undone', async () => {
  const { scaled } = showContainers([containers('web', 3)]);
  await userEvent.click(await screen.findByRole('button', { name: 'Stop all containers' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(scaled).toEqual([[{ type: 'web', amount: 3, size: 'M' }]]));
});

test('a size that is no longer sold stays chosen, and is paid for', async () => {
  showContainers([containers('web', 2, plan('OLD', 40_000))]);
  const size = await screen.findByRole('combobox', { name: 'Size of web containers' });
  expect(size).toHaveValue('OLD · €29.20 a month');
  expect(screen.getByText('€58.40 a month', { exact: false })).toBeVisible();
});

test('a new type begins with a size that is sold', async () => {
  showContainers([], [small]);
  await userEvent.click(await screen.findByRole('button', { name: 'Add type' }));
  const size = await screen.findByRole('combobox', { name: 'Size of web containers' });
  expect(size).toHaveValue('S · €7.30 a month');
});

test('scaling leaves the form in place', async () => {
  showContainers([containers('web', 1)]);
  await more('web');
  screen.getByRole('button', { name: 'Scale' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Undo' });
  expect(screen.getByRole('button', { name: 'Scale' })).toHaveFocus();
});

test('a size says what it consists of', async () => {
  showContainers([containers('web', 1)]);
  await amountOf('web');
  expect(screen.getByText('size M', { ignore: 'p' })).toBeVisible();
});

test('a one-off’s size says what an hour costs', async () => {
  showContainers([containers('web', 1)]);
  expect(await screen.findByRole('combobox', { name: 'Size' })).toHaveValue('M · €0.02 an hour');
});

test('the last button of an amount keeps the focus', async () => {
  showContainers([containers('web', 1)]);
  const fewer = (await amountOf('web')).getByRole('button', { name: 'One fewer' });
  fewer.focus();
  await userEvent.keyboard('{Enter}{Enter}');
  expect(fewer).toHaveFocus();
  expect((await amountOf('web')).getByText('0')).toBeVisible();
});

describe('what commands a sandbox plays', () => {
  test('is said where the platform is simulated', async () => {
    showContainers([containers('web', 1)], [small, medium], true);
    expect(await screen.findByText(/nothing is really run/)).toBeVisible();
  });

  test('is not said where an operator runs them', async () => {
    showContainers([containers('web', 1)]);
    await waitFor(() => expect(askedFor('Sandbox')).toBe(true));
    expect(screen.queryByText(/nothing is really run/)).toBeNull();
  });
});
