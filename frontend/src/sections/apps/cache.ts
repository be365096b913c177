import type { Cache } from '@urql/exchange-graphcache';
import { forget, type SectionCache } from '../../lib/rules';

const apps = ['apps'];
const both = ['apps', 'invitations'];
const billing = ['billing'];
const transfers = ['apps', 'billing', 'appTransfers'];

/** Forgets a field of an app, with whatever arguments. */
function forgetOf(cache: Cache, app: unknown, field: string) {
  const key = cache.keyOfEntity({ __typename: 'App', id: String(app) });
  for (const { fieldName, fieldKey } of key ? cache.inspectFields(key) : []) {
    if (fieldName === field) cache.invalidate(key, fieldKey);
  }
}

/** What the cost of an app has become after a change of one of its lists. */
function changed(cache: Cache, app: unknown, field: string) {
  forgetOf(cache, app, field);
  forget(cache, billing);
}

export const updates: SectionCache['updates'] = {
  createApp: (_, __, cache) => forget(cache, apps),
  renameApp: (_, __, cache) => forget(cache, apps),
  deleteApp: (_, { id }, cache) => {
    cache.invalidate({ __typename: 'App', id: String(id) }); // a review app is in the list of another
    forget(cache, apps);
  },
  acceptInvitation: (_, __, cache) => forget(cache, both),
  removeCollaborator: (_, __, cache) => forget(cache, both),
  createReviewApp: (_, { appId }, cache) => changed(cache, appId, 'reviewApps'),
  provisionAddon: (_, { appId }, cache) => changed(cache, appId, 'addons'),
  changeAddonPlan: (_, __, cache) => forget(cache, billing),
  resumeAddon: (_, __, cache) => forget(cache, billing),
  removeAddon: (_, { id }, cache) => {
    cache.invalidate({ __typename: 'Addon', id: String(id) });
    forget(cache, billing);
  },
  runOneOff: (_, { appId }, cache) => changed(cache, appId, 'oneOffs'),
  stopOneOff: (_, __, cache) => forget(cache, billing),
  transferApp: (_, { id }, cache) => forgetOf(cache, id, 'transfer'),
  acceptAppTransfer: (_, __, cache) => forget(cache, [...transfers, 'deletion']),
  cancelAppTransfer: (_, { id }, cache) => {
    cache.invalidate({ __typename: 'AppTransfer', id: String(id) });
    forget(cache, ['appTransfers']);
  },
};

export const optimistic: SectionCache['optimistic'] = {
  changeCollaboratorRole: ({ id, input }) => ({
    __typename: 'ChangeCollaboratorRolePayload',
    collaborator: { __typename: 'Collaborator', id, role: roleOf(input) },
    errors: [],
  }),
};

function roleOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'role' in input ? String(input.role) : '';
}
