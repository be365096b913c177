/**
 * Names the account that this page was loaded for, in requests and in the socket's
 * connection_init. A browser's tabs share one session: what this page sends must not
 * land in an account that signed in with another tab.
 */
export function pageAccount(account: string | null | undefined): Record<string, string> {
  return account ? { 'portico-account': account } : {};
}
