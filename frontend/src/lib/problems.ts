import type { CombinedError } from 'urql';
import { type FragmentType, graphql, readFragment } from '../gql';
import type { UserErrorFragment } from '../gql/graphql';

const userErrorFragment = graphql(`
  fragment UserError on UserError {
    message
    code
    path
  }
`);

/** What a mutation answers in `errors`: something the user can put right. */
export type UserError = UserErrorFragment;

/** The `errors` of a mutation's payload, as they stand in its answer. */
export type PayloadErrors = readonly FragmentType<typeof userErrorFragment>[];

/** What a mutation answers: one field, its payload. */
export type MutationData = Record<string, { errors: PayloadErrors }>;

/** The payload of the one mutation that was sent. */
export function payloadOf<Data extends MutationData>(data: Data): Data[keyof Data] {
  return Object.values(data).find((value) => typeof value === 'object') as Data[keyof Data];
}

export function readErrors(errors: PayloadErrors = []): readonly UserError[] {
  return readFragment(userErrorFragment, errors);
}

/** A fault that is not the user's: what the API says of it, and what to quote to support. */
export type Problem = {
  code: string;
  message: string;
  requestId?: string;
  /** After how many seconds it may be asked again. */
  retryAfter?: number;
};

/** What was no answer of the API: the server's own, which has a request id, or none of ours. */
function withoutAnswer(response: Response | undefined): Problem {
  const requestId = response?.headers?.get('x-request-id');
  return requestId ? { code: 'INTERNAL', message: '', requestId } : { code: 'NETWORK', message: '' };
}

/**
 * The first fault of an answer. `NETWORK`: no answer came at all. What the browser
 * says of it is for nobody: it has no message.
 */
export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (!first) return withoutAnswer(error.response);
  const { code, requestId, retryAfter } = first.extensions;
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    message: first.message,
    ...(typeof requestId === 'string' && { requestId }),
    ...(typeof retryAfter === 'number' && { retryAfter }),
  };
}

/**
 * Messages by form field, from errors whose paths are those of the mutation's
 * input: `["input", "username"]` belongs to the field `username`. What belongs
 * to no field of the form comes back under `whole`.
 */
export function sortErrors<Field extends string>(errors: readonly UserError[], fields: readonly Field[]) {
  const byField: Partial<Record<Field, string>> = {};
  const whole: string[] = [];
  for (const { path, message } of errors) {
    const field = fields.find((one) => path[0] === 'input' && path[1] === one);
    if (field && !byField[field]) byField[field] = message;
    else whole.push(message);
  }
  return { byField, whole };
}
