/**
 * The token that the dashboard handed over in the fragment, which no server and
 * no log ever sees. Taken out of the address, and so of the history, at once.
 */
export function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
