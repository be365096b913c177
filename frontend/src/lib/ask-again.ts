import { type Client, makeOperation, type Operation } from 'urql';
import { onBusinessTimeMoved } from './business-clock';

const asksTheServer = ({ context: { requestPolicy } }: Operation) =>
  requestPolicy === 'cache-and-network' || requestPolicy === 'network-only';

/**
 * Asks again for what is on screen once business time has moved, which another tab may
 * have done: what apps use is counted by it. What the page reads only from the cache stays.
 * Answers with what wants to be told of each operation.
 */
export function askAgain(client: () => Client) {
  const shown = new Map<number, Operation>();
  const ask = () => {
    for (const operation of [...shown.values()].filter(asksTheServer)) {
      const context = { ...operation.context, requestPolicy: 'network-only' as const };
      client().reexecuteOperation(makeOperation('query', operation, context));
    }
  };
  // The answer that told of it is just being written into the cache.
  onBusinessTimeMoved(() => queueMicrotask(ask));
  return (operation: Operation) => {
    if (operation.kind === 'teardown') shown.delete(operation.key);
    // The cache asks itself again under the same key: how the page asked counts.
    else if (operation.kind === 'query' && !shown.has(operation.key)) shown.set(operation.key, operation);
  };
}
