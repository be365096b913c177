import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Load, onTop, usePages } from './use-pages';

type Row = { id: string };
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }));
const lost = { code: 'NETWORK', message: 'no answer' };

/** A list of three pages of which each answer is given by hand. */
function byHand() {
  const waiting: { after?: string; answer: (page: Awaited<ReturnType<Load<Row, string>>>) => void }[] = [];
  const load: Load<Row, string> = (after) =>
    new Promise((answer) => {
      waiting.push({ after, answer });
    });
  return { waiting, load };
}

const first = { items: rows('a', 'b'), endCursor: '2', hasNextPage: true, extra: 'head' };
const second = { items: rows('b', 'c'), endCursor: '3', hasNextPage: false, extra: 'later' };

test('pages come one after the other, none twice, and the first one’s extra stays', async () => {
  const { waiting, load } = byHand();
  const { result } = renderHook(() => usePages(load));
  expect(result.current.loading).toBe('first');
  await act(async () => waiting[0]?.answer(first));
  expect(result.current).toMatchObject({ items: rows('a', 'b'), loading: false, extra: 'head' });
  act(() => result.current.more());
  expect(result.current.loading).toBe('more');
  act(() => result.current.more());
  expect(waiting.map(({ after }) => after)).toEqual([undefined, '2']);
  await act(async () => waiting[1]?.answer(second));
  expect(result.current).toMatchObject({ items: rows('a', 'b', 'c'), extra: 'head', hasNextPage: false });
  act(() => result.current.more());
  expect(waiting).toHaveLength(2);
});

test('a page that fails leaves the others and can be asked for again', async () => {
  const { waiting, load } = byHand();
  const { result } = renderHook(() => usePages(load));
  await act(async () => waiting[0]?.answer(first));
  act(() => result.current.more());
  await act(async () => waiting[1]?.answer({ problem: lost }));
  expect(result.current).toMatchObject({ items: rows('a', 'b'), problem: lost, loading: false });
  act(() => result.current.more());
  expect(result.current.problem).toBeUndefined();
  await act(async () => waiting[2]?.answer(second));
  expect(result.current.items).toEqual(rows('a', 'b', 'c'));
});

test('an answer to what was asked before is not shown', async () => {
  const one = byHand();
  const other = byHand();
  const { result, rerender } = renderHook(({ load }) => usePages(load), { initialProps: { load: one.load } });
  rerender({ load: other.load });
  await act(async () => other.waiting[0]?.answer(second));
  await act(async () => one.waiting[0]?.answer(first));
  expect(result.current.items).toEqual(rows('b', 'c'));
});

test('reloading starts over', async () => {
  const load = vi.fn<Load<Row, string>>().mockResolvedValue(first);
  const { result } = renderHook(() => usePages(load));
  await act(async () => {});
  act(() => result.current.reload());
  expect(result.current).toMatchObject({ items: [], loading: 'first' });
  await act(async () => {});
  expect(result.current.items).toEqual(rows('a', 'b'));
});

test('what is live goes on top, as far as the list does not know it', () => {
  expect(onTop(rows('d', 'c'), rows('b', 'a'))).toEqual(rows('d', 'c', 'b', 'a'));
  expect(onTop(rows('d', 'c', 'b'), rows('c', 'b'))).toEqual(rows('d', 'c', 'b'));
  // The list was loaded when more had come in than a page holds.
  expect(onTop(rows('d', 'c', 'b', 'a'), rows('d', 'c'))).toEqual(rows('d', 'c'));
  expect(onTop([], rows('a'))).toEqual(rows('a'));
});
