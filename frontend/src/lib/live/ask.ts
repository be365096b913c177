import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type AnyVariables, Client, fetchExchange } from 'urql';
import { currentLocale } from '../i18n';
import { type Problem, problemOf } from '../problems';

/**
 * A client without a cache, for lists that a log feeds. The cache would end
 * before the live part begins, would join pages between which something came
 * in, and takes no event of a type that it does not know.
 */
const direct = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: () => ({ headers: { 'accept-language': currentLocale() } }),
  exchanges: [fetchExchange],
});

/** Asks the server itself. */
export async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<{ data: Data } | { problem: Problem }> {
  const { data, error } = await direct.query(document, variables, { requestPolicy: 'network-only' });
  if (error) return { problem: problemOf(error) };
  return data ? { data } : { problem: { code: 'INTERNAL', message: '' } };
}

/** What is asked about is not there, or not for whoever asks. */
export const notFound = { problem: { code: 'NOT_FOUND', message: '' } } as const;
