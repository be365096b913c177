/** Leaves the dashboard for another site, which will send the browser back. */
export function leaveTo(url: string) {
  location.assign(url);
}
