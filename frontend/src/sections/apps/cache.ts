import { forget, type SectionCache } from '../../lib/client';

const apps = ['apps'];
const both = ['apps', 'invitations'];

export const appsCache: SectionCache = {
  updates: {
    createApp: (_, __, cache) => forget(cache, apps),
    renameApp: (_, __, cache) => forget(cache, apps),
    deleteApp: (_, __, cache) => forget(cache, apps),
    acceptInvitation: (_, __, cache) => forget(cache, both),
    removeCollaborator: (_, __, cache) => forget(cache, both),
  },
  optimistic: {
    changeCollaboratorRole: ({ id, input }) => ({
      __typename: 'ChangeCollaboratorRolePayload',
      collaborator: { __typename: 'Collaborator', id, role: roleOf(input) },
      errors: [],
    }),
  },
  staleAfter: {
    APP_CREATED: apps,
    APP_RENAMED: apps,
    APP_DELETED: apps,
    APP_DEPLOYED: apps,
    COLLABORATOR_INVITED: both,
    COLLABORATOR_ACCEPTED: both,
    COLLABORATOR_ROLE_CHANGED: both,
    COLLABORATOR_REMOVED: both,
  },
};

function roleOf(input: unknown): string {
  return typeof input === 'object' && input !== null && 'role' in input ? String(input.role) : '';
}
