import { t } from '@lingui/core/macro';
import type { Problem } from '../lib/problems';

/**
 * What happened and what to do, for a fault that is not the user's. The API's own
 * sentence is for users only where it refuses; any other text is for programs.
 */
export function faultText({ code, message, requestId }: Problem): { title: string; advice: string } {
  switch (code) {
    case 'NETWORK':
      return { title: t`Can’t connect to Portico`, advice: t`Check your internet connection and try again.` };
    case 'NOT_FOUND':
      return { title: t`Not found`, advice: t`It doesn’t exist, or you don’t have access.` };
    case 'FORBIDDEN':
      return { title: t`Not allowed`, advice: message };
    case 'SESSION_CHANGED':
      return {
        title: t`You signed in with another tab`,
        advice: t`Reload to continue with that account. Nothing was changed here.`,
      };
    case 'RATE_LIMITED':
      return { title: t`Too many requests`, advice: message };
    case 'UNAUTHENTICATED':
    case 'SUDO_REQUIRED':
    case 'COST_EXCEEDED':
      return { title: t`Something went wrong`, advice: message };
    default:
      return {
        title: code === 'INTERNAL' ? t`Something went wrong on our side` : t`Something went wrong`,
        advice: requestId
          ? t`Try again. If it keeps happening, contact support with the request ID below.`
          : t`Try again.`,
      };
  }
}
