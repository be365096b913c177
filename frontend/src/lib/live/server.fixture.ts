import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  buildSchema,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  subscribe,
  validate,
} from 'graphql';
import { useServer as serve } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const sdl = `
  type Query { ok: Boolean }
  type Node { id: ID! }
  type TimelineEdge { cursor: String! node: Node! }
  type TimelineReset { cursor: String! }
  union TimelineUpdate = TimelineEdge | TimelineReset
  type Subscription { timeline(after: String): TimelineUpdate! }
`;

export const timelineQuery = `subscription ($after: String) {
  timeline(after: $after) {
    __typename
    ... on TimelineEdge { cursor node { id } }
    ... on TimelineReset { cursor }
  }
}`;

export type Update =
  | { __typename: 'TimelineEdge'; cursor: string; node: { id: string } }
  | { __typename: 'TimelineReset'; cursor: string };

/** A log behind a real graphql-ws server: events 1, 2, 3 … whose cursors are their numbers. */
export class LogServer {
  head = 0;
  /** Cursors before this one are unknown to the log. */
  oldest = 0;
  /** The `after` of each subscription in the order they came. */
  readonly asked: (string | null | undefined)[] = [];
  /** What the next subscriptions are refused with. */
  readonly refusals: string[] = [];
  /** Sends the event at the cursor itself again, as a server with an off-by-one would. */
  overlap = false;
  private waiting: (() => void)[] = [];
  private sockets = new WebSocketServer({ noServer: true });

  append(count = 1) {
    this.head += count;
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** Closes every socket; without a code, as a cut cable would. */
  cut(code?: number, reason = '') {
    for (const socket of this.sockets.clients) {
      if (code) socket.close(code, reason);
      else socket.terminate();
    }
  }

  /** Sockets stay open and nothing is read from them any more; new ones are served. */
  freeze() {
    for (const socket of this.sockets.clients) socket.pause();
  }

  get connections() {
    return this.sockets.clients.size;
  }

  async listen(port = 0): Promise<number> {
    this.sockets = new WebSocketServer({ port, host: '127.0.0.1' });
    // graphql-ws loads the other build of graphql than this file: hand it ours.
    const ours = { execute, subscribe, validate };
    serve({ schema: this.schema(), ...ours }, this.sockets, 0);
    await once(this.sockets, 'listening');
    const address = this.sockets.address() as AddressInfo;
    return address.port;
  }

  /** Kills the server: sockets are cut and nobody answers on its port. */
  async kill() {
    this.cut();
    this.sockets.close();
    await once(this.sockets, 'close');
  }

  private schema() {
    const schema = buildSchema(sdl);
    const subscription = schema.getSubscriptionType();
    if (!(subscription instanceof GraphQLObjectType)) throw new Error(sdl);
    const field = subscription.getFields().timeline;
    if (!field) throw new Error(sdl);
    const follow: GraphQLFieldResolver<unknown, unknown> = (_, { after }) => this.updates(after);
    field.subscribe = follow;
    return schema;
  }

  private async *updates(after: string | null | undefined) {
    this.asked.push(after);
    const code = this.refusals.shift();
    if (code) throw new GraphQLError(code, { extensions: { code } });
    let at = Number(after ?? this.head) - (this.overlap ? 1 : 0);
    if (at < this.oldest && !this.overlap) {
      at = this.oldest;
      const reset = { __typename: 'TimelineReset', cursor: `${at}` };
      yield { timeline: reset };
    }
    for (;;) {
      while (at < this.head) {
        const cursor = `${++at}`;
        const node = { id: `e${cursor}` };
        yield { timeline: { __typename: 'TimelineEdge', cursor, node } };
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }
}
