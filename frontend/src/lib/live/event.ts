import {
  IconAppWindow,
  IconBan,
  IconBolt,
  IconForms,
  IconKey,
  IconKeyOff,
  IconLogin2,
  IconRefresh,
  IconRocket,
  IconShieldCheck,
  IconSparkles,
  IconTicket,
  IconTicketOff,
  IconTrash,
  IconUser,
  IconUserCheck,
  IconUserMinus,
  IconUserPlus,
  IconUserShield,
} from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { TimelineEventFieldsFragment, TimelineEventType } from '../../gql/graphql';

export const timelineEventFields = graphql(`
  fragment TimelineEventFields on TimelineEvent {
    __typename
    id
    occurredAt
    type
    summary
    actor {
      kind
      account {
        id
        username
      }
    }
    account {
      id
    }
    app {
      id
      name
    }
    ... on ProfileUpdatedEvent {
      fields
    }
    ... on AppDeployedEvent {
      deployment {
        id
        commit
        subject
        ref
        keyFingerprint
      }
    }
  }
`);

export type TimelineEvent = TimelineEventFieldsFragment;

type Masked = FragmentType<typeof timelineEventFields>;

export function readEvent(node: Masked): TimelineEvent {
  return readFragment(timelineEventFields, node);
}

type Look = { icon: typeof IconBolt; color: string };

const looks: Partial<Record<string, Look>> = {
  ACCOUNT_CREATED: { icon: IconSparkles, color: 'indigo' },
  PROFILE_UPDATED: { icon: IconUser, color: 'gray' },
  LOGIN_SUCCEEDED: { icon: IconLogin2, color: 'gray' },
  SSH_KEY_ADDED: { icon: IconKey, color: 'teal' },
  SSH_KEY_RENAMED: { icon: IconForms, color: 'gray' },
  SSH_KEY_REMOVED: { icon: IconKeyOff, color: 'orange' },
  API_TOKEN_CREATED: { icon: IconTicket, color: 'teal' },
  API_TOKEN_RENEWED: { icon: IconRefresh, color: 'gray' },
  API_TOKEN_REVOKED: { icon: IconTicketOff, color: 'orange' },
  SUDO_GRANTED: { icon: IconShieldCheck, color: 'gray' },
  APP_CREATED: { icon: IconAppWindow, color: 'indigo' },
  APP_RENAMED: { icon: IconForms, color: 'gray' },
  APP_DELETED: { icon: IconTrash, color: 'red' },
  APP_DEPLOYED: { icon: IconRocket, color: 'teal' },
  COLLABORATOR_INVITED: { icon: IconUserPlus, color: 'indigo' },
  COLLABORATOR_ACCEPTED: { icon: IconUserCheck, color: 'teal' },
  COLLABORATOR_ROLE_CHANGED: { icon: IconUserShield, color: 'gray' },
  COLLABORATOR_REMOVED: { icon: IconUserMinus, color: 'orange' },
  GIT_PUSH_DENIED: { icon: IconBan, color: 'red' },
} satisfies Record<TimelineEventType, Look>;

/** How an event of this type is shown; a type of a newer server than this page gets a plain bolt. */
export function lookOf(type: string): Look {
  return looks[type] ?? { icon: IconBolt, color: 'gray' };
}
