/**
 * Whether a text looks like the private half of a key: PEM of any sort, PuTTY's
 * own format, or the bare Base64 of OpenSSH's (`openssh-key-v1`). Such a text
 * never leaves the browser.
 */
export function looksPrivate(text: string): boolean {
  return (
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/i.test(text) ||
    /PuTTY-User-Key-File/i.test(text) ||
    text.includes('b3BlbnNzaC1rZXktdjE')
  );
}

/** The comment at the end of a public key's line, which names it where no other name is given. */
export function commentOf(publicKey: string): string {
  const [, , ...comment] = publicKey.trim().split(/\s+/);
  return comment.join(' ');
}
