import { useLingui } from '@lingui/react/macro';
import type { TimelineEventType } from '../../gql/graphql';

/** What the types of event are called in the filter. */
export function useTypeNames(): Record<TimelineEventType, string> {
  const { t } = useLingui();
  return {
    ACCOUNT_CREATED: t`Account created`,
    PROFILE_UPDATED: t`Profile updated`,
    LOGIN_SUCCEEDED: t`Signed in`,
    SSH_KEY_ADDED: t`SSH key added`,
    SSH_KEY_RENAMED: t`SSH key renamed`,
    SSH_KEY_REMOVED: t`SSH key removed`,
    API_TOKEN_CREATED: t`API token created`,
    API_TOKEN_RENEWED: t`API token renewed`,
    API_TOKEN_REVOKED: t`API token revoked`,
    SUDO_GRANTED: t`Password entered again`,
    APP_CREATED: t`App created`,
    APP_RENAMED: t`App renamed`,
    APP_DELETED: t`App deleted`,
    APP_DEPLOYED: t`App deployed`,
    COLLABORATOR_INVITED: t`Collaborator invited`,
    COLLABORATOR_ACCEPTED: t`Invitation accepted`,
    COLLABORATOR_ROLE_CHANGED: t`Role changed`,
    COLLABORATOR_REMOVED: t`Collaborator removed`,
    GIT_PUSH_DENIED: t`Push denied`,
  };
}
