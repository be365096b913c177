import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { TimelineFilter } from '../../gql/graphql';
import { filterOf, isFiltered, matches, timelineSearch, typesOf, typesParam } from './search';

const parse = (search: unknown) => v.parse(timelineSearch, search);

describe('the address', () => {
  test('says nothing when nothing is filtered', () => {
    expect(parse({})).toEqual({});
    expect(filterOf({}, 'UTC')).toEqual({});
    expect(isFiltered({})).toBe(false);
    expect(typesParam([])).toBeUndefined();
  });

  test('what makes no sense in it is left out', () => {
    const search = parse({ types: 7, app: null, from: 'yesterday', to: '2026-13-01' });
    expect(filterOf(search, 'UTC')).toEqual({});
    expect(typesOf({ types: 'app_deployed,app_exploded' })).toEqual(['APP_DEPLOYED']);
    expect(isFiltered({ types: 'app_exploded' })).toBe(false);
  });

  test('types go there and back', () => {
    const types = typesParam(['APP_DEPLOYED', 'SSH_KEY_ADDED']);
    expect(types).toBe('app_deployed,ssh_key_added');
    expect(typesOf({ types })).toEqual(['APP_DEPLOYED', 'SSH_KEY_ADDED']);
  });
});

test('days are those of the account’s time zone, the last one whole', () => {
  expect(filterOf({ from: '2026-11-19', to: '2026-11-20' }, 'Europe/Paris')).toEqual({
    from: '2026-11-18T23:00:00.000Z',
    to: '2026-11-20T23:00:00.000Z',
  });
});

test('two days in the wrong order are meant in the right one', () => {
  const right = filterOf({ from: '2026-11-19', to: '2026-11-20' }, 'UTC');
  expect(filterOf({ from: '2026-11-20', to: '2026-11-19' }, 'UTC')).toEqual(right);
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
