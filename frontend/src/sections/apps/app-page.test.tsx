import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { type Answers, connection, deployed, event, showPage } from '../../lib/live/page.fixture';
import * as cache from './cache';
import { apps } from './section';
// Compiled before the first test has to wait for it.
import './app-page';

const owner = { __typename: 'PublicProfile', id: 'viewer', username: 'ada', fullName: 'Ada Lovelace' };
const grace = { __typename: 'PublicProfile', id: 'grace', username: 'grace', fullName: '' };
const git = {
  __typename: 'GitEndpoint',
  hostKeyFingerprint: 'SHA256:host',
  knownHosts: 'localhost ssh-ed25519 AAAA',
};
const all = ['READ', 'PUSH', 'RENAME', 'DELETE', 'MANAGE_COLLABORATORS'];

const app = {
  __typename: 'App',
  id: 'app-1',
  name: 'my-app',
  viewerRole: 'OWNER',
  viewerCan: all,
  gitRemote: 'ssh://git@localhost:2222/my-app.git',
  timelineHead: 'head-1',
  status: 'NEW',
  containers: [],
  owner,
};

const member = {
  __typename: 'Collaborator',
  id: 'member-1',
  role: 'COLLABORATOR',
  invitedAt: '2026-11-20T10:00:00Z',
  acceptedAt: '2026-11-20T11:00:00Z',
  account: grace,
};

const pushed = {
  __typename: 'Deployment',
  id: 'd-1',
  commit: '1'.repeat(40),
  subject: 'First version',
  ref: 'refs/heads/main',
  pusherName: 'ada',
  keyFingerprint: 'SHA256:abc',
  createdAt: '2026-11-20T10:00:00Z',
};

function answers(more: Answers = {}, shown: Record<string, unknown> = app): Answers {
  const node = (fields: Record<string, unknown>) => ({ node: { __typename: 'App', id: 'app-1', ...fields } });
  return {
    AppPage: () => ({ app: shown, serverInfo: { __typename: 'ServerInfo', git } }),
    Deployments: () => node({ deployments: connection('Deployment', [pushed]) }),
    Collaborators: () => node({ collaborators: connection('Collaborator', [member]) }),
    AppTimeline: () => node({ timeline: connection('Timeline', [event('1', 'App my-app created')]) }),
    AppById: () => ({ node: { ...shown, name: 'renamed' } }),
    ...more,
  };
}

const show = (path: string, given: Answers) =>
  showPage(path, (parent) => apps(parent).routes, [cache], given);
const edge = (node: ReturnType<typeof event>) => ({
  appTimeline: { __typename: 'TimelineEdge', cursor: `c-${node.id}`, node },
});

test('a push elsewhere appears on top of the deployments without being asked for', async () => {
  const { socket, fetch } = show('/apps/my-app', answers());
  await screen.findByText('First version');
  expect(socket.followed[0]?.payload.variables).toEqual({ app: 'app-1', after: 'head-1' });
  const asked = fetch.mock.calls.length;
  act(() => socket.send(edge(deployed('2', 'Second version'))));
  await screen.findByText('Second version');
  const subjects = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(subjects[0]).toContain('Second version');
  expect(subjects[1]).toContain('First version');
  expect(fetch.mock.calls.length).toBe(asked);
});

test('a part that is opened later shows what came in before once', async () => {
  const { socket } = show('/apps/my-app', answers());
  await screen.findByText('First version');
  act(() => socket.send(edge({ ...deployed('2', 'Second version') })));
  await screen.findByText('Second version');
  await userEvent.click(screen.getByRole('tab', { name: 'Timeline' }));
  await screen.findByText('App my-app created');
  expect(screen.getAllByText('App my-app: Second version deployed')).toHaveLength(1);
});

/** The viewer's SSH keys, of which each has a fingerprint like its id. */
function ownKeys(ids: readonly string[]) {
  const nodes = ids.map((id) => ({
    __typename: 'SshKey',
    id,
    name: `Key ${id}`,
    fingerprint: `SHA256:${id}`,
  }));
  const edges = nodes.map((node) => ({ __typename: 'SshKeyEdge', node }));
  const sshKeys = { __typename: 'SshKeyConnection', edges };
  return { viewer: { __typename: 'Viewer', id: 'viewer', sshKeys } };
}

test('deployments stand under their days, with the key by its name where it is one’s own', async () => {
  const node = (all: unknown[]) => ({
    node: { __typename: 'App', id: 'app-1', deployments: connection('Deployment', all as never) },
  });
  const theirs = {
    ...pushed,
    id: 'd-0',
    subject: 'Before',
    keyFingerprint: 'SHA256:xyz',
    createdAt: '2026-11-19T10:00:00Z',
  };
  show(
    '/apps/my-app',
    answers({ Deployments: () => node([pushed, theirs]), OwnSshKeys: () => ownKeys(['abc']) }),
  );
  expect(await screen.findByText('Key abc')).toBeVisible();
  const [newer, older] = screen.getAllByRole('list').map((list) => list.textContent);
  expect(newer).toMatch(/First version.*Key abc.*10:00/);
  expect(newer).not.toContain('SHA256');
  expect(older).toMatch(/Before.*SHA256:xyz/);
  await userEvent.hover(screen.getByText('Key abc'));
  expect(await screen.findByRole('tooltip')).toHaveTextContent('SHA256:abc');
});

const none = {
  Deployments: () => ({
    node: { __typename: 'App', id: 'app-1', deployments: connection('Deployment', []) },
  }),
};

test('before the first push it is said how', async () => {
  show('/apps/my-app', answers(none));
  await screen.findByRole('heading', { name: 'No deployments yet' });
  expect(screen.getByText(`git remote add portico ${app.gitRemote}`)).toBeInTheDocument();
  expect(screen.getByText('SHA256:host')).toBeInTheDocument();
});

/** An app to which nothing was pushed, for somebody with these SSH keys. */
function toPush(keys: readonly string[]) {
  return answers({ ...none, OwnSshKeys: () => ownKeys(keys) });
}

test('how to push says that a key is needed to somebody who has none', async () => {
  show('/apps/my-app', toPush([]));
  expect(await screen.findByText('You need an SSH key first')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Add SSH key' })).toHaveAttribute('href', '/ssh-keys?dialog=add');
});

test('and not to somebody who has one', async () => {
  const { fetch } = show('/apps/my-app', toPush(['key-1']));
  await screen.findByText('git push portico main');
  await waitFor(() => {
    expect(fetch.mock.calls.some(([, init]) => String(init?.body).includes('OwnSshKeys'))).toBe(true);
  });
  await screen.findByText('git push portico main');
  expect(screen.queryByText('You need an SSH key first')).toBeNull();
});

test('the address follows when the app is renamed elsewhere', async () => {
  const { socket, router } = show('/apps/my-app?tab=timeline', answers());
  await screen.findByText('App my-app created');
  act(() => socket.send(edge(event('2', 'Renamed', { __typename: 'AppRenamedEvent', type: 'APP_RENAMED' }))));
  await waitFor(() => expect(router.state.location.pathname).toBe('/apps/renamed'));
  expect(router.state.location.search).toEqual({ tab: 'timeline' });
});

test('whoever loses the app is told so', async () => {
  const { socket } = show('/apps/my-app', answers());
  await screen.findByText('First version');
  act(() => socket.refuse('NOT_FOUND'));
  await screen.findByText('App not found');
});

test('a part is shown only to those who may use it', async () => {
  const guest = { ...app, viewerRole: 'COLLABORATOR', viewerCan: ['READ', 'PUSH'], owner: grace };
  show('/apps/my-app?tab=collaborators', answers({}, guest));
  await screen.findByRole('list', { name: 'People with access to this app' });
  expect(screen.queryByRole('tab', { name: 'Settings' })).toBeNull();
  expect(screen.queryByText('Invite a collaborator')).toBeNull();
  expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
});

describe('a role that is changed', () => {
  const choose = async () => {
    await userEvent.click(await screen.findByLabelText('Role of grace', { selector: 'input' }));
    await userEvent.click((await screen.findAllByText('Limited')).at(-1) as HTMLElement);
  };

  test('is shown at once and taken back when the server says no', async () => {
    const refusal = {
      ChangeCollaboratorRole: () => ({
        changeCollaboratorRole: {
          __typename: 'ChangeCollaboratorRolePayload',
          collaborator: null,
          errors: [{ __typename: 'InputError', message: 'Not now.', code: 'ACCOUNT_SUSPENDED', path: [] }],
        },
      }),
    };
    const { fetch } = show('/apps/my-app?tab=collaborators', answers(refusal));
    const role = await screen.findByLabelText('Role of grace', { selector: 'input' });
    const { promise, answer } = held();
    fetch.mockImplementationOnce(async (...given) => {
      await promise;
      return fetch(...given);
    });
    await choose();
    await waitFor(() => expect(role).toHaveValue('Limited'));
    answer();
    await waitFor(() => expect(role).toHaveValue('Collaborator'));
  });
});

/** Something that is waited for until it is let go. */
function held() {
  let answer = () => {};
  const promise = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}

describe('the add-ons', () => {
  const money = (amount: number) => ({ __typename: 'Money', amount, currency: 'EUR' });
  const plan = (name: string, amount: number) => ({
    __typename: 'Plan',
    name,
    label: `${name}, some storage`,
    kind: 'DATABASE',
    price: { __typename: 'Price', microsPerHour: 1000, monthly: money(amount) },
  });
  const small = plan('postgresql-s', 876);
  const addon = (status: string) => ({
    __typename: 'Addon',
    id: 'addon-1',
    name: 'main-db',
    status,
    plan: small,
  });
  const node = (fields: Record<string, unknown>) => ({ node: { __typename: 'App', id: 'app-1', ...fields } });
  const showAddons = (status: string, viewerCan: readonly string[]) => {
    const given = { status };
    const parts = {
      Plans: () => ({ plans: [small, plan('postgresql-m', 3285), plan('mysql-s', 876)] }),
      Addons: () => node({ addons: connection('Addon', [addon(given.status)]) }),
      OneOffs: () => node({ oneOffs: connection('OneOff', []) }),
    };
    return { ...show('/apps/my-app?tab=resources', answers(parts, { ...app, viewerCan })), given };
  };
  const actions = 'Actions for main-db';

  test('become ready without being asked for', async () => {
    const { socket, given } = showAddons('PROVISIONING', all);
    await screen.findByText('Setting up');
    given.status = 'RUNNING';
    act(() => socket.send(edge(event('2', 'main-db is ready', { type: 'ADDON_PROVISIONED' }))));
    await screen.findByText('Running');
  });

  test('are only shown to those who may not manage them', async () => {
    showAddons('RUNNING', ['READ']);
    await screen.findByText('€8.76 a month');
    expect(screen.queryByRole('button', { name: 'Add add-on' })).toBeNull();
    expect(screen.queryByRole('button', { name: actions })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Run command' })).toBeNull();
  });

  test('are resumed where they are suspended, and cost nothing until then', async () => {
    showAddons('SUSPENDED', ['READ', 'MANAGE_ADDONS']);
    await screen.findByText('Not billed');
    await userEvent.click(await screen.findByRole('button', { name: actions }));
    expect(await screen.findByRole('menuitem', { name: 'Resume main-db' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Change plan of main-db' })).toBeNull();
  });

  test('change their plan while they run', async () => {
    showAddons('RUNNING', ['READ', 'MANAGE_ADDONS']);
    await userEvent.click(await screen.findByRole('button', { name: actions }));
    expect(await screen.findByRole('menuitem', { name: 'Change plan of main-db' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Resume main-db' })).toBeNull();
  });
});

describe('the transfer', () => {
  const offer = {
    __typename: 'AppTransfer',
    id: 'transfer-1',
    expiresAt: '2099-01-01T00:00:00Z',
    to: grace,
  };
  const showTransfer = (transfer: unknown, people: Record<string, unknown>[]) => {
    const collaborators = connection('Collaborator', people);
    const node = { __typename: 'App', id: 'app-1', transfer, collaborators };
    const owned = { ...app, viewerCan: [...all, 'TRANSFER'] };
    return show('/apps/my-app?tab=settings', answers({ Transfer: () => ({ node }) }, owned));
  };

  test('is offered to collaborators who have accepted', async () => {
    const waiting = {
      ...member,
      id: 'member-2',
      acceptedAt: null,
      account: { ...grace, id: 'x', username: 'x' },
    };
    showTransfer(null, [member, waiting]);
    await userEvent.click(await screen.findByRole('combobox', { name: 'New owner' }));
    const options = await screen.findAllByRole('option', { hidden: true });
    expect(options.map(({ textContent }) => textContent)).toEqual(['grace']);
  });

  test('needs a collaborator', async () => {
    showTransfer(null, []);
    await screen.findByText('Only a collaborator can take over the app. Invite one first.');
  });

  test('can be canceled while it is pending', async () => {
    showTransfer(offer, [member]);
    await screen.findByText('Waiting for grace to accept');
    expect(screen.getByRole('button', { name: 'Cancel transfer' })).toBeVisible();
    expect(screen.queryByRole('combobox', { name: 'New owner' })).toBeNull();
  });
});

test('who may no longer change the app sees its deployments in place of the settings', async () => {
  const guest = { ...app, viewerRole: 'COLLABORATOR', viewerCan: ['READ', 'PUSH'], owner: grace };
  show('/apps/my-app?tab=settings', answers({}, guest));
  await screen.findByText('First version');
});

describe('what an app costs this month', () => {
  const money = (amount: number) => ({ __typename: 'Money', amount, currency: 'EUR' });
  const usage = { __typename: 'Usage', total: money(1234), forecast: money(5678) };
  const AppCost = vi.fn((_: Record<string, unknown>) => ({
    viewer: { __typename: 'Viewer', id: 'viewer', billing: { __typename: 'Billing', usage } },
  }));
  const parts = {
    Plans: () => ({ plans: [] }),
    Addons: () => ({ node: { __typename: 'App', id: 'app-1', addons: connection('Addon', []) } }),
    OneOffs: () => ({ node: { __typename: 'App', id: 'app-1', oneOffs: connection('OneOff', []) } }),
    AppCost,
  };

  test('is told to its owner, with what it will come to', async () => {
    show('/apps/my-app?tab=resources', answers(parts));
    const part = await screen.findByRole('region', { name: 'So far this month' });
    expect(part).toHaveTextContent('€12.34');
    expect(part).toHaveTextContent('At this rate: about €56.78 by the month’s end');
    expect(AppCost.mock.calls[0]?.[0]).toMatchObject({ app: 'app-1' });
  });

  test('is not asked for by others', async () => {
    const shared = { ...app, viewerRole: 'COLLABORATOR', owner: grace };
    AppCost.mockClear();
    show('/apps/my-app?tab=resources', answers(parts, shared));
    await screen.findByText('This app has no add-ons yet.');
    expect(AppCost).not.toHaveBeenCalled();
  });
});
