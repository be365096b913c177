import type { Client } from 'urql';
import { makeClient, type SectionCache } from '../lib/client';
import { openSocket, type Socket } from '../lib/socket';
import { SudoGate } from '../lib/sudo';
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
};

/**
 * Who is signed in, with the cache and the socket that belong to them. Signing in
 * or out throws both away: nothing of one account is ever shown to the next.
 */
export class Session {
  #sections: readonly SectionCache[];
  #listeners = new Set<() => void>();
  #viewer: Promise<Viewer | null> | undefined;
  #signedIn = false;
  state: SessionState;

  constructor(sections: readonly SectionCache[]) {
    this.#sections = sections;
    this.state = this.#fresh(0, false);
  }

  #fresh(generation: number, ended: boolean): SessionState {
    const lost = () => this.#lost(generation);
    const socket = openSocket(lost);
    const sudo = new SudoGate();
    const client = makeClient({ socket: socket.client, sections: this.#sections, onSignedOut: lost, sudo });
    return { generation, socket, sudo, client, ended, dropped: false };
  }

  #renew(ended: boolean) {
    void this.state.socket.client.dispose();
    this.#viewer = undefined;
    this.#signedIn = false;
    this.state = this.#fresh(this.state.generation + 1, ended);
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }

  /** An answer to an older generation says nothing of this one; a guest has nothing to lose. */
  #lost(generation: number) {
    if (generation === this.state.generation && this.#signedIn) this.#renew(true);
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
    this.#signedIn = data.viewer != null;
    return data.viewer ?? null;
  }

  /** The cookie was set or taken away just now: start over. */
  changed = () => this.#renew(false);

  /** Signed in just now. Where the browser kept no cookie, what is on the page stays and says so. */
  started = async () => {
    this.#viewer = undefined;
    const viewer = await this.viewer().catch(() => undefined);
    if (viewer !== null) return this.changed();
    this.state = { ...this.state, dropped: true };
    this.#tell();
  };
}
