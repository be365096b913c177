import { forget, type SectionCache } from '../../lib/rules';

const apps = ['apps'];
const both = ['apps', 'invitations'];

export const updates: SectionCache['updates'] = {
  createApp: (_, __, cache) => forget(cache, apps),
  renameApp: (_, __, cache) => forget(cache, apps),
  deleteApp: (_, __, cache) => forget(cache, apps),
  acceptInvitation: (_, __, cache) => forget(cache, both),
  removeCollaborator: (_, __, cache) => forget(cache, both),
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
