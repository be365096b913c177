import { describe, expect, test } from 'vitest';
import { filterOf, statusesOf, statusParam } from './filter';

describe('statuses in the address', () => {
  test('are those that there are, in the order of the list', () => {
    expect(statusesOf({ status: 'new,running,gone' })).toEqual(['RUNNING', 'NEW']);
  });

  test('come back as they were written', () => {
    const status = statusParam(['RUNNING', 'NEW']);
    expect(statusesOf({ status })).toEqual(['RUNNING', 'NEW']);
  });

  test('are left out where there is none', () => {
    expect(statusParam([])).toBeUndefined();
  });
});

describe('the filter for the API', () => {
  test('has what the address has', () => {
    expect(filterOf({ name: ' shop ', status: 'stopped' })).toEqual({ name: 'shop', status: ['STOPPED'] });
  });

  test('is none where the address says nothing of it', () => {
    expect(filterOf({ dialog: 'create' })).toBeUndefined();
  });

  test('is none where the address makes no sense', () => {
    expect(filterOf({ name: '  ', status: 'gone' })).toBeUndefined();
  });
});
