import { type Exchange, makeOperation, mapExchange, type Operation, type OperationResult } from 'urql';
import { problemOf } from '../problems';
import type { Connection } from './connection';

function isUnreached({ error }: OperationResult): boolean {
  return error !== undefined && problemOf(error).code === 'NETWORK';
}

/**
 * Asks again, once the socket is connected, what the server could not be reached
 * for: a page that is live shows no fault of before.
 */
export function retryUnreached(connection: Pick<Connection, 'getSnapshot' | 'subscribe'>): Exchange {
  return (input) => {
    const unreached = new Map<number, Operation>();
    connection.subscribe(() => {
      if (connection.getSnapshot() !== 'connected') return;
      const again = [...unreached.values()];
      unreached.clear();
      for (const operation of again) {
        const context = { ...operation.context, requestPolicy: 'network-only' as const };
        input.client.reexecuteOperation(makeOperation('query', operation, context));
      }
    });
    const note = (result: OperationResult) => {
      const { operation } = result;
      if (operation.kind !== 'query') return;
      if (isUnreached(result)) unreached.set(operation.key, operation);
      else unreached.delete(operation.key);
    };
    return mapExchange({ onResult: note })(input);
  };
}
