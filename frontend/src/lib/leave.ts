/** Sends the browser to an address outside of the dashboard's own pages. */
export function leave(url: string) {
  location.assign(url);
}
