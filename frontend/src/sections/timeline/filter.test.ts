import { IconBolt } from '@tabler/icons-react';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { TimelineFilter } from '../../gql/graphql';
import type { Events } from '../../lib/rules';
import { filterOf, isFiltered, matches, typesOf, typesParam } from './filter';
import { timelineSearch } from './search';

const named = { icon: IconBolt, color: 'gray', name: { id: 'a name' } } as const;
const events: Events = {
  APP_DEPLOYED: named,
  SSH_KEY_ADDED: named,
  ACCOUNT_DELETED: { icon: IconBolt, color: 'danger' },
};
const parse = (search: unknown) => v.parse(timelineSearch, search);

describe('the address', () => {
  test('says nothing when nothing is filtered', () => {
    expect(parse({})).toEqual({});
    expect(filterOf({}, 'UTC', events)).toEqual({});
    expect(isFiltered({}, events)).toBe(false);
    expect(typesParam([])).toBeUndefined();
  });

  test('what makes no sense in it is left out', () => {
    const search = parse({ types: 7, app: null, from: 'yesterday', to: '2026-13-01' });
    expect(filterOf(search, 'UTC', events)).toEqual({});
    expect(typesOf({ types: 'account_deleted,app_deployed,app_exploded' }, events)).toEqual(['APP_DEPLOYED']);
    expect(isFiltered({ types: 'app_exploded' }, events)).toBe(false);
  });

  test('types go there and back', () => {
    const types = typesParam(['APP_DEPLOYED', 'SSH_KEY_ADDED']);
    expect(types).toBe('app_deployed,ssh_key_added');
    expect(typesOf({ types }, events)).toEqual(['APP_DEPLOYED', 'SSH_KEY_ADDED']);
  });
});

test('days are those of the account’s time zone, the last one whole', () => {
  expect(filterOf({ from: '2026-11-19', to: '2026-11-20' }, 'Europe/Paris', events)).toEqual({
    from: '2026-11-18T23:00:00.000Z',
    to: '2026-11-20T23:00:00.000Z',
  });
});

test('two days in the wrong order are meant in the right one', () => {
  const right = filterOf({ from: '2026-11-19', to: '2026-11-20' }, 'UTC', events);
  expect(filterOf({ from: '2026-11-20', to: '2026-11-19' }, 'UTC', events)).toEqual(right);
});

describe('an event that comes in live', () => {
  const event = { type: 'APP_DEPLOYED', occurredAt: '2026-11-20T10:00:00Z', app: { id: 'one' } } as const;
  const cases: [boolean, TimelineFilter][] = [
    [true, {}],
    [true, { types: ['APP_DEPLOYED', 'APP_CREATED'] }],
    [false, { types: ['APP_CREATED'] }],
    [true, { app: 'one' }],
    [false, { app: 'two' }],
    [true, { from: '2026-11-20T10:00:00.000Z' }],
    [false, { from: '2026-11-20T10:00:00.001Z' }],
    [false, { to: '2026-11-20T10:00:00.000Z' }],
    [true, { to: '2026-11-20T10:00:00.001Z' }],
    [false, { types: ['APP_DEPLOYED'], app: 'two' }],
  ];
  test.each(cases)('%s with %o', (shown, filter) => {
    expect(matches(filter, event)).toBe(shown);
  });

  test('is not of an app when it is of none', () => {
    expect(matches({ app: 'one' }, { ...event, app: null })).toBe(false);
  });
});
