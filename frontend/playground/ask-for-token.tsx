/**
 * Asks before a token from the address is used: anyone can send a link with one of
 * their own, and what is run with it lands in their account.
 */
export function AskForToken({ onDecide }: { onDecide: (use: boolean) => void }) {
  return (
    <main className="ask">
      <h1>Use the API token in this link?</h1>
      <p>
        Everything you run here will act on the account the token belongs to, which may not be yours. Only use
        it if you opened this page from your own API tokens.
      </p>
      <p className="answers">
        <button type="button" onClick={() => onDecide(false)}>
          Continue without token
        </button>
        <button type="button" onClick={() => onDecide(true)}>
          Use token
        </button>
      </p>
    </main>
  );
}
