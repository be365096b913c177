/**
 * The token in the fragment, which no server and no log ever sees: the dashboard
 * hands one over, and so can anyone. Taken out of the address and the history
 * immediately.
 */
export function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
