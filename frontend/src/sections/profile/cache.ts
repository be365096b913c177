import type { Cache } from '@urql/exchange-graphcache';
import type { UpdateProfileInput, UpdateProfileMutationVariables } from '../../gql/graphql';
import { forget, type SectionCache, viewerKey } from '../../lib/rules';

const fields = ['username', 'fullName', 'location', 'company', 'newsletter', 'language', 'theme', 'timeZone'];

/** The profile as it will be if the server takes the change. Whether a user name is free only the server knows. */
function guess(cache: Cache, { username: _, ...input }: UpdateProfileInput) {
  const viewer = viewerKey(cache);
  const known = ['id', ...fields].map((field) => [field, cache.resolve(viewer, field)]);
  return { __typename: 'Viewer', ...Object.fromEntries(known), ...input };
}

/** What the API says in words is in the language of before: it is asked for again. */
function forgetSentences(cache: Cache) {
  forget(cache, ['timeline']);
  for (const { fieldName, fieldKey } of cache.inspectFields('Query')) {
    if (fieldName === 'app') cache.invalidate('Query', fieldKey);
  }
}

export const optimistic: SectionCache['optimistic'] = {
  updateProfile: (args: UpdateProfileMutationVariables, cache) => ({
    __typename: 'UpdateProfilePayload',
    viewer: guess(cache, args.input),
    errors: [],
  }),
};

export const updates: SectionCache['updates'] = {
  updateProfile: (_, args: UpdateProfileMutationVariables, cache, info) => {
    if (args.input.language && !info.optimistic) forgetSentences(cache);
  },
};
