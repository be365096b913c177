import {
  IconAppWindow,
  IconArrowBackUp,
  IconBan,
  IconBolt,
  IconBrandGithub,
  IconFileExport,
  IconFingerprint,
  IconFingerprintOff,
  IconForms,
  IconKey,
  IconKeyOff,
  IconLifebuoy,
  IconLock,
  IconLockExclamation,
  IconLockOpen,
  IconLockQuestion,
  IconLogin2,
  IconLogout,
  IconMail,
  IconMailCheck,
  IconRefresh,
  IconRocket,
  IconShieldCheck,
  IconShieldLock,
  IconShieldOff,
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
    ... on SecurityEvent {
      address
      device
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
  EMAIL_VERIFIED: { icon: IconMailCheck, color: 'teal' },
  EMAIL_CHANGE_REQUESTED: { icon: IconMail, color: 'gray' },
  EMAIL_CHANGED: { icon: IconMail, color: 'indigo' },
  PASSWORD_CHANGED: { icon: IconLock, color: 'indigo' },
  PASSWORD_RESET_REQUESTED: { icon: IconLockQuestion, color: 'gray' },
  PASSWORD_RESET: { icon: IconLock, color: 'orange' },
  ACCOUNT_DELETION_REQUESTED: { icon: IconTrash, color: 'orange' },
  ACCOUNT_DELETION_CANCELLED: { icon: IconArrowBackUp, color: 'teal' },
  ACCOUNT_DELETED: { icon: IconTrash, color: 'red' },
  DATA_EXPORT_REQUESTED: { icon: IconFileExport, color: 'gray' },
  DATA_EXPORT_READY: { icon: IconFileExport, color: 'teal' },
  LOGIN_FAILED: { icon: IconBan, color: 'orange' },
  LOGIN_LOCKED: { icon: IconLockExclamation, color: 'red' },
  LOGIN_UNLOCKED: { icon: IconLockOpen, color: 'teal' },
  SESSION_REVOKED: { icon: IconLogout, color: 'orange' },
  TWO_FACTOR_ENABLED: { icon: IconShieldLock, color: 'teal' },
  TWO_FACTOR_DISABLED: { icon: IconShieldOff, color: 'orange' },
  RECOVERY_CODE_USED: { icon: IconLifebuoy, color: 'orange' },
  RECOVERY_CODES_RENEWED: { icon: IconLifebuoy, color: 'gray' },
  PASSKEY_ADDED: { icon: IconFingerprint, color: 'teal' },
  PASSKEY_REMOVED: { icon: IconFingerprintOff, color: 'orange' },
  GITHUB_LINKED: { icon: IconBrandGithub, color: 'teal' },
  GITHUB_UNLINKED: { icon: IconBrandGithub, color: 'orange' },
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
