import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Problem } from '../problems';
import { useReached } from '../socket-context';

/** A page of a keyset list. `Extra` is what came along with it, a timeline's head for one. */
export type Page<Item, Extra> = {
  items: readonly Item[];
  endCursor?: string | null;
  hasNextPage: boolean;
  extra: Extra;
};

/** Loads the page after a cursor, or the first. */
export type Load<Item, Extra> = (after?: string) => Promise<Page<Item, Extra> | { problem: Problem }>;

export type Pages<Item, Extra> = {
  items: readonly Item[];
  /** What came with the first page; undefined until it is there. */
  extra?: Extra;
  /** `first`: nothing to show yet. `more`: the next page is on its way. */
  loading: 'first' | 'more' | false;
  problem?: Problem;
  endCursor?: string | null;
  hasNextPage: boolean;
};

export type PagesAction<Item, Extra> =
  | { type: 'start' }
  | { type: 'more' }
  | { type: 'first'; page: Page<Item, Extra> }
  | { type: 'next'; page: Page<Item, Extra> }
  | { type: 'failed'; problem: Problem };

const nothing = { items: [], loading: 'first', hasNextPage: false } as const;

function append<Item extends { id: string }>(items: readonly Item[], more: readonly Item[]) {
  const known = new Set(items.map(({ id }) => id));
  return [...items, ...more.filter(({ id }) => !known.has(id))];
}

/**
 * Live things on top of a list of the same order, newest first. What is live may
 * reach further back than the list's start: from the first that is in the list
 * already, the list knows better.
 */
export function onTop<Item extends { id: string }>(live: readonly Item[], items: readonly Item[]) {
  const known = new Set(items.map(({ id }) => id));
  const end = live.findIndex(({ id }) => known.has(id));
  return [...(end < 0 ? live : live.slice(0, end)), ...items];
}

export function reducePages<Item extends { id: string }, Extra>(
  state: Pages<Item, Extra>,
  action: PagesAction<Item, Extra>,
): Pages<Item, Extra> {
  switch (action.type) {
    case 'start':
      return nothing;
    case 'more':
      return { ...state, loading: 'more', problem: undefined };
    case 'first':
      return { ...action.page, loading: false };
    case 'next': {
      const { items, endCursor, hasNextPage } = action.page;
      return { ...state, items: append(state.items, items), endCursor, hasNextPage, loading: false };
    }
    case 'failed':
      return { ...state, loading: false, problem: action.problem };
  }
}

/**
 * The pages of a keyset list, loaded one after the other and kept as they came.
 * Another `load` starts over: memoize it.
 */
export function usePages<Item extends { id: string }, Extra>(load: Load<Item, Extra>) {
  const [state, dispatch] = useReducer(reducePages<Item, Extra>, nothing);
  // An answer that was overtaken by a newer question is not listened to.
  const asked = useRef(0);

  const fetchPage = useCallback(
    async (after?: string) => {
      const mine = ++asked.current;
      const page = await load(after);
      if (mine !== asked.current) return;
      if ('problem' in page) dispatch({ type: 'failed', problem: page.problem });
      else dispatch({ type: after === undefined ? 'first' : 'next', page });
    },
    [load],
  );

  const reload = useCallback(() => {
    dispatch({ type: 'start' });
    void fetchPage();
  }, [fetchPage]);

  useEffect(() => {
    reload();
    return () => {
      asked.current++;
    };
  }, [reload]);

  const more = () => {
    if (state.loading || !state.hasNextPage || !state.endCursor) return;
    dispatch({ type: 'more' });
    void fetchPage(state.endCursor);
  };

  useReached(() => {
    if (state.problem?.code !== 'NETWORK') return;
    if (state.items.length === 0) reload();
    else more();
  });

  return { ...state, more, reload };
}
