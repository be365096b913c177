import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ada } from '../lib/test-page';
import { Session } from './session';

const fetchMock = vi.fn();
const serverInfo = { __typename: 'ServerInfo', sandbox: false, simulated: false, clockOffsetSeconds: 0 };
const answer = (viewer: typeof ada | null) =>
  fetchMock.mockImplementation(async () => Response.json({ data: { viewer, serverInfo } }));

beforeEach(() => {
  fetchMock.mockReset();
  vi.stubGlobal('fetch', fetchMock);
});

describe('after signing in', () => {
  test('everything is forgotten and the account is asked for again', async () => {
    answer(null);
    const session = new Session();
    expect(await session.viewer()).toBeNull();
    answer(ada);
    await session.started();
    expect(session.snapshot()).toMatchObject({ generation: 1, dropped: false });
    expect(await session.viewer()).toMatchObject({ username: 'ada' });
  });

  test('a browser that kept no cookie stays on its page, which is told', async () => {
    answer(null);
    const session = new Session();
    const { client } = session.snapshot();
    const told = vi.fn();
    session.subscribe(told);
    await session.started();
    expect(session.snapshot()).toMatchObject({ generation: 0, dropped: true, client });
    expect(told).toHaveBeenCalledOnce();
    expect(await session.viewer()).toBeNull();
    answer(ada);
    await session.started();
    expect(session.snapshot()).toMatchObject({ generation: 1, dropped: false });
  });

  test('without an answer it is the router that says so', async () => {
    answer(null);
    const session = new Session();
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    await session.started();
    expect(session.snapshot()).toMatchObject({ generation: 1, dropped: false });
    await expect(session.viewer()).rejects.toMatchObject({ name: 'CombinedError' });
  });
});
