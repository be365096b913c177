import type { Client } from 'urql';
import { makeClient, type SectionCache } from '../lib/client';
import { keepDrafts, keepDraftsOf } from '../lib/drafts';
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
};

/**
 * Who is signed in, with the cache and the socket that belong to them. Signing in
 * or out throws both away: nothing of one account is ever shown to the next.
 */
export class Session {
  #sections: readonly SectionCache[];
  #listeners = new Set<() => void>();
  #viewer: Promise<Viewer | null> | undefined;
  /** Who was signed in when it was last asked. */
  #account: string | undefined;
  readonly unsaved = new Unsaved();
  state: SessionState;

  constructor(sections: readonly SectionCache[]) {
    this.#sections = sections;
    this.state = this.#fresh(0, false);
  }

  #fresh(generation: number, ended: boolean): SessionState {
    const lost = () => this.#lost(generation);
    const socket = openSocket(lost);
    const sudo = new SudoGate();
    const sections = this.#sections;
    const client = makeClient({
      socket: socket.client,
      connection: socket.connection,
      sections,
      onSignedOut: lost,
      sudo,
    });
    return { generation, socket, sudo, client, ended };
  }

  #renew(ended: boolean) {
    void this.state.socket.client.dispose();
    this.#viewer = undefined;
    this.#account = undefined;
    this.state = this.#fresh(this.state.generation + 1, ended);
    for (const listener of this.#listeners) listener();
  }

  /** An answer to an older generation says nothing of this one; a guest has nothing to lose. */
  #lost(generation: number) {
    if (generation !== this.state.generation || !this.#account) return;
    const { pathname: path, search } = location;
    const forms = this.unsaved.drafts();
    keepDrafts({
      account: this.#account,
      path,
      search: Object.fromEntries(new URLSearchParams(search)),
      forms,
    });
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

  async #ask(): Promise<Viewer | null> {
    const { data, error } = await this.state.client.query(
      viewerDocument,
      {},
      { requestPolicy: 'network-only' },
    );
    if (!data) {
      this.#viewer = undefined;
      throw error ?? new Error('the server gave no answer');
    }
    this.#account = data.viewer?.id;
    if (data.viewer) keepDraftsOf(data.viewer.id);
    return data.viewer ?? null;
  }

  /** The cookie was set or taken away just now: begin anew. */
  changed = () => this.#renew(false);
}
