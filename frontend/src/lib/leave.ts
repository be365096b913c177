/** Sends the browser to an address outside of the dashboard's own pages. */
export function leave(url: string) {
  location.assign(url);
}

/** Loads the page anew, with all that it consists of. */
export function reload() {
  location.reload();
}
