/**
 * Follows a timeline over a stock graphql-ws client without a gap: whatever
 * breaks (a dropped socket, a server that restarts, a laptop that slept), it
 * subscribes again after the last cursor it handed out. Each edge is handed out
 * once and in order. It knows no framework; besides graphql-ws's types it
 * depends on nothing.
 *
 * ```ts
 * const client = createClient({ url: 'wss://…/graphql', ...patience });
 * const query = `subscription ($after: Cursor) {
 *   timeline(after: $after) {
 *     __typename
 *     ... on TimelineEdge { cursor node { id summary } }
 *     ... on TimelineReset { cursor }
 *   }
 * }`;
 * const { events, timelineHead } = await loadFirstPage();
 * const stop = follow<Update>(client, { query, variables: { after: timelineHead } }, {
 *   edge: ({ node }) => events.unshift(node),
 *   reset: () => reloadFirstPage(), // what lay between cannot be told
 *   state: (state) => showConnection(state), // connected, reconnecting, offline …
 *   end: (end) => { if (end.kind === 'closed') signIn(end.code) },
 * });
 * ```
 *
 * graphql-ws re-sends the very payload object on its own retries, serialised
 * anew each time, so moving `payload.variables.after` forward is enough there.
 * It gives up where its `retryAttempts` end and on some close codes that pass
 * (4500, 1011); from there on a loop of our own goes on.
 */
import type { Client, SubscribePayload } from 'graphql-ws';
import { closeOf, type FatalCloseCode, isFatal } from './closing';
import { type ConnectionState, watchConnection } from './connection';
import { patientWait } from './patience';

/** What the server sends: an edge, or a reset; others may follow one day. */
export interface TimelineUpdate {
  readonly __typename?: string;
  readonly cursor?: unknown;
}

export type EdgeOf<Update> = Extract<Update, { __typename?: 'TimelineEdge' }>;

/** A GraphQL error as it comes over the wire. */
export interface Refusal {
  readonly message: string;
  readonly extensions?: { readonly code?: unknown } & Record<string, unknown>;
}

/** Why following ended for good. */
export type End =
  /** The server closed the socket and does not want to be asked again. */
  | {
      readonly kind: 'closed';
      readonly code: FatalCloseCode;
      readonly reason: string;
    }
  /** The server refused the subscription: NOT_FOUND, BAD_USER_INPUT, … */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly errors: readonly Refusal[];
    }
  /** The server, or `client.dispose()`, completed it. */
  | { readonly kind: 'completed' };

/** What the one who follows wants to hear. */
export interface Follower<Update> {
  edge(edge: EdgeOf<Update>): void;
  /** The server's log does not know our cursor: load the state again; edges go on from `cursor`. */
  reset?(cursor: string): void;
  state?(state: ConnectionState): void;
  end?(end: End): void;
}

/** Failures of the moment; every other refusal is an answer. */
const passing = new Set(['INTERNAL', 'RATE_LIMITED']);

type Verdict = End | 'again';

function judge(cause: unknown): Verdict {
  if (Array.isArray(cause)) {
    const errors: readonly Refusal[] = cause;
    const code = String(errors[0]?.extensions?.code ?? '');
    return passing.has(code) ? 'again' : { kind: 'refused', code, errors };
  }
  const close = closeOf(cause);
  if (!close || !isFatal(close.code)) return 'again';
  return { kind: 'closed', code: close.code, reason: close.reason };
}

/** The value of the only root field. */
function updateOf<Update extends TimelineUpdate>(result: unknown): Update | undefined {
  if (typeof result !== 'object' || result === null) return;
  return Object.values(result)[0] ?? undefined;
}

/**
 * Follows a timeline until the returned function is called or `end` is told.
 * `payload` is what `client.subscribe` takes, with the cursor to start after in
 * `variables.after`; it is copied.
 */
export function follow<Update extends TimelineUpdate>(
  client: Client,
  payload: SubscribePayload,
  follower: Follower<Update>,
  wait: (failures: number, signal: AbortSignal) => Promise<void> = patientWait,
): () => void {
  const variables: Record<string, unknown> = { ...payload.variables };
  const request = { ...payload, variables };
  const connection = watchConnection(client);
  const over = new AbortController();
  let failures = 0;
  let dispose = () => {};

  const stop = () => {
    if (over.signal.aborted) return;
    over.abort();
    dispose();
    unlisten();
  };
  const end = (how: End) => {
    if (over.signal.aborted) return;
    stop();
    follower.end?.(how);
  };
  const failed = (cause: unknown) => {
    if (over.signal.aborted) return;
    const verdict = judge(cause);
    if (verdict !== 'again') return end(verdict);
    wait(failures++, over.signal).then(() => {
      if (!over.signal.aborted) subscribe();
    });
  };
  const received = (update: Update) => {
    failures = 0;
    if (typeof update.cursor !== 'string') return;
    const known = update.cursor === variables.after;
    variables.after = update.cursor;
    if (update.__typename === 'TimelineReset') follower.reset?.(update.cursor);
    else if (!known) follower.edge(update as EdgeOf<Update>);
  };
  const subscribe = () => {
    let current = true;
    const quit = client.subscribe(request, {
      next: ({ data, errors }) => {
        if (!current || over.signal.aborted) return;
        connection.heard();
        const update = updateOf<Update>(data);
        if (update) return received(update);
        if (!errors) return;
        current = false;
        quit();
        failed(errors);
      },
      error: (cause) => {
        if (current) failed(cause);
      },
      complete: () => {
        if (current) end({ kind: 'completed' });
      },
    });
    dispose = quit;
  };

  const unlisten = connection.subscribe(() => follower.state?.(connection.getSnapshot()));
  subscribe();
  return stop;
}
