import {
  Client,
  type ClientOptions,
  type Exchange,
  fetchExchange,
  mapExchange,
  type OperationResult,
} from 'urql';
import { problemOf } from './problems';

/**
 * Whether the user is asked for the password now. Whoever needs sudo mode waits
 * at the gate; all who wait at once are let through, or sent back, together.
 */
export class SudoGate {
  #listeners = new Set<() => void>();
  #proof: Promise<boolean> | undefined;
  #settle: ((proved: boolean) => void) | undefined;

  /** Asks for the password; false: the user would rather not. */
  ask(): Promise<boolean> {
    this.#proof ??= new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#tell();
    return this.#proof;
  }

  /** What came of it. */
  answer = (proved: boolean) => {
    this.#settle?.(proved);
    this.#proof = undefined;
    this.#settle = undefined;
    this.#tell();
  };

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = () => this.#proof !== undefined;

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

function needsSudo({ operation, error }: OperationResult): boolean {
  return operation.kind === 'mutation' && error !== undefined && problemOf(error).code === 'SUDO_REQUIRED';
}

/**
 * A mutation that needs sudo mode asks for the password and is sent once more.
 * Without the password it comes back with neither data nor error: it was taken
 * back, and the form that sent it stays as it is. Belongs right above the fetch
 * exchange, so that the cache sees one mutation with one result.
 */
export function sudoExchange(gate: SudoGate, options: Omit<ClientOptions, 'exchanges'>): Exchange {
  const again = new Client({ ...options, exchanges: [fetchExchange] });
  return mapExchange({
    onResult: async (result) => {
      if (!needsSudo(result)) return result;
      if (!(await gate.ask())) return { ...result, data: undefined, error: undefined };
      const second = await again.executeMutation(result.operation).toPromise();
      return { ...second, operation: result.operation };
    },
  });
}
