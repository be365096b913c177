import type { Client } from 'urql';
import { makeClient } from '../lib/client';
import { keepDrafts, keepDraftsOf } from '../lib/drafts';
import { problemOf } from '../lib/problems';
import { Rules } from '../lib/rules';
import { openSocket, type Socket } from '../lib/socket';
import { SudoGate } from '../lib/sudo';
import { Unsaved } from '../lib/unsaved';
import { type Viewer, viewerDocument } from '../lib/viewer';

export type SessionState = {
  /** Counts the sign-ins and sign-outs of this page: all that is remembered belongs to one of them. */
  generation: number;
  client: Client;
  socket: Socket;
  sudo: SudoGate;
  /** The session was ended from elsewhere, and the sign-in page shall say so. */
  ended: boolean;
  /** Signing in worked, but the browser did not keep the session's cookie. */
  dropped: boolean;
  /** Another account has signed in with another tab: what is typed here stays, and nothing can be sent. */
  replaced: boolean;
};

/**
 * How long the other tab's sign-in has to reach the browser before this tab asks who
 * is signed in: the server ends the old session before it answers with the new cookie.
 * Doubles each time, up to half a minute.
 */
const settling = (refusals: number) => Math.min(200 * 2 ** refusals, 30_000);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Who is signed in, with the cache and the socket that belong to them. Signing in
 * or out throws both away: nothing of one account is ever shown to the next.
 */
export class Session {
  #listeners = new Set<() => void>();
  #viewer: Promise<Viewer | null> | undefined;
  /** Whom this page was loaded for; undefined: nobody. */
  #account: string | undefined;
  #refusals = 0;
  /** The generation of which it is being asked who is signed in. */
  #asking: number | undefined;
  /** Told whenever the connection of the socket of the moment changes. */
  #watchers = new Set<() => void>();
  readonly unsaved = new Unsaved();
  readonly rules = new Rules();
  state = this.#fresh(0, false);

  #fresh(generation: number, ended: boolean): SessionState {
    const sudo = new SudoGate();
    const client = makeClient({
      sudo,
      rules: this.rules,
      account: () => this.#account,
      // Subscribed to anew after a reconnection: the socket of the moment.
      socket: { subscribe: (...args) => this.state.socket.client.subscribe(...args) },
      connection: {
        getSnapshot: () => this.state.socket.connection.getSnapshot(),
        subscribe: (watcher) => {
          this.#watchers.add(watcher);
          return () => this.#watchers.delete(watcher);
        },
      },
      onSignedOut: () => void this.#refused(generation),
      onReplaced: () => this.#replaced(generation),
    });
    return {
      generation,
      socket: this.#connect(generation),
      sudo,
      client,
      ended,
      dropped: false,
      replaced: false,
    };
  }

  #connect(generation: number): Socket {
    const socket = openSocket({
      account: () => this.#account,
      onRefused: () => void this.#refused(generation),
    });
    socket.connection.subscribe(() => {
      for (const watcher of this.#watchers) watcher();
    });
    return socket;
  }

  #become(state: SessionState) {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }

  #renew(ended: boolean) {
    void this.state.socket.client.dispose();
    this.#viewer = undefined;
    this.#account = undefined;
    this.#refusals = 0;
    this.#watchers.clear();
    this.#become(this.#fresh(this.state.generation + 1, ended));
  }

  /** An answer to an older generation says nothing of this one; a guest has nothing to lose. */
  #concerns(generation: number): boolean {
    return generation === this.state.generation && this.#account !== undefined;
  }

  #replaced(generation: number) {
    if (this.#concerns(generation) && !this.state.replaced) this.#become({ ...this.state, replaced: true });
  }

  /**
   * The session has ended. The browser may hold another one by now: of another account,
   * or of the same one, which goes on as if nothing had happened.
   */
  async #refused(generation: number) {
    if (this.#asking === generation || !this.#concerns(generation) || this.state.replaced) return;
    this.#asking = generation;
    await pause(settling(this.#refusals++));
    if (!this.#concerns(generation)) return;
    const { data, error } = await this.#query();
    if (this.#asking === generation) this.#asking = undefined;
    if (!this.#concerns(generation) || (error && problemOf(error).code === 'SESSION_CHANGED')) return;
    if (!data?.viewer) return this.#end();
    void this.state.socket.client.dispose();
    this.#become({ ...this.state, socket: this.#connect(generation) });
  }

  /** Ended elsewhere: what was typed is kept until the account signs in again. */
  #end() {
    const { pathname: path, search } = location;
    const forms = this.unsaved.drafts();
    if (this.#account) {
      keepDrafts({
        account: this.#account,
        path,
        search: Object.fromEntries(new URLSearchParams(search)),
        forms,
      });
    }
    this.#renew(true);
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = () => this.state;

  /** Who is signed in, asked once; null: nobody. Fails with urql's CombinedError. */
  viewer(): Promise<Viewer | null> {
    this.#viewer ??= this.#ask();
    return this.#viewer;
  }

  #query() {
    return this.state.client.query(viewerDocument, {}, { requestPolicy: 'network-only' });
  }

  async #ask(): Promise<Viewer | null> {
    const { data, error } = await this.#query();
    if (!data) {
      this.#viewer = undefined;
      throw error ?? new Error('the server gave no answer');
    }
    this.#account = data.viewer?.id;
    if (data.viewer) keepDraftsOf(data.viewer.id);
    return data.viewer ?? null;
  }

  /** The cookie was set or taken away just now: start over. */
  changed = () => this.#renew(false);

  /** Signed in just now. Where the browser kept no cookie, what is on the page stays and says so. */
  started = async () => {
    this.#viewer = undefined;
    this.#account = undefined;
    const viewer = await this.viewer().catch(() => undefined);
    if (viewer !== null) return this.changed();
    this.#become({ ...this.state, dropped: true });
  };
}
