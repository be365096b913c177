// Package gitssh serves Git over SSH: one verb on one repository for one proven key,
// carried out by the system's git (see gitrepo). It has no database: the functions in
// Server say whose a key is, what they may do, and what happens to a push. Its
// invariant: a push that the client was told is accepted reaches Pushed at least once,
// whatever crashes in between, and always with the same ID.
//
// Pushes waiting to be recorded are not jobs of internal/worker, although they too are
// retried with backoff and eventually given up. They wait in files, because the
// database may be what fails; they belong to the machine that has the repository; and a
// claim on one is a file lock that git and its hooks hold too and that ends with the
// last of them, whereas a lease would have to expire.
package gitssh

import (
	"context"
	"crypto/sha256"
	"errors"
	"log/slog"
	"net/netip"
	"sync"
	"time"

	"github.com/google/uuid"
	"golang.org/x/crypto/ssh"

	"portico/internal/gitrepo"
)

// An Identity is the account that proved possession of a key.
type Identity struct {
	AccountID, KeyID uuid.UUID
	Username         string
	// Fingerprint of the key: SHA256:….
	Fingerprint string
	// Suspended is the account's status when the connection started. Check may end a
	// connection whose account has changed since.
	Suspended bool
}

// A Repository is what a name refers to.
type Repository struct {
	ID   uuid.UUID
	Name string
}

// A Verb is the right that a command needs.
type Verb string

// The verbs.
const (
	Read  Verb = "read"
	Write Verb = "write"
)

// A Push is what one git push changed. It is recorded under its ID, however often it is
// reported.
type Push struct {
	ID         uuid.UUID
	Identity   Identity
	Repository Repository
	// At is when the push started.
	At      time.Time
	Updates []Update
}

// An Update is one branch that was created or moved. Tags and removed branches aren't
// included.
type Update struct {
	// Ref is the full name: refs/heads/main.
	Ref string
	// Old and New are object IDs in hexadecimal; Old is all zeros for a new branch.
	Old, New string
	// Subject is the first line of the new commit's message: at most 200 characters,
	// without control characters.
	Subject string
}

// A Reason is why git took nothing of a push.
type Reason string

// The reasons.
const (
	TooLarge        Reason = "TOO_LARGE"
	TooManyBranches Reason = "TOO_MANY_BRANCHES"
	OverQuota       Reason = "OVER_QUOTA"
	InvalidObjects  Reason = "INVALID_OBJECTS"
	Refused         Reason = "REFUSED"
	// These come from Reopen: the identity can no longer see the app, or an account was
	// suspended.
	Gone      Reason = "NO_SUCH_APP"
	Suspended Reason = "ACCOUNT_SUSPENDED"
)

// A Denial is a refusal with a sentence for the user.
type Denial struct {
	Text string
	// Reason is recorded for a push that was stopped or that Reopen denies; if empty,
	// nothing is recorded.
	Reason Reason
}

func (d *Denial) Error() string { return d.Text }

// ErrUnknownKey is Identify's answer for a key that no account has, and Check's for one
// that no account has anymore.
var ErrUnknownKey = errors.New("unknown key")

// NoSuchApp is the denial for a name that no app has, that no app can have, or of an
// app that the user has no access to: nobody can tell which.
func NoSuchApp(name string) *Denial {
	return &Denial{Text: "There is no app named " + name + " that you may use. Names are in lower case; look yours up in the dashboard.", Reason: Gone}
}

// A Server accepts connections and carries out their commands.
type Server struct {
	// HostKey identifies the server: see HostKey.
	HostKey ssh.Signer
	// Repositories are what commands work on.
	Repositories *gitrepo.Store
	// Spool is the folder where pushes wait until they are recorded. It belongs to one
	// process and outlives it.
	Spool string

	// Identify finds the account of a key, by the SHA-256 of its blob. It is called
	// after possession of the key was proven. It returns ErrUnknownKey if there is
	// none.
	Identify func(ctx context.Context, digest [32]byte, from netip.Addr) (Identity, error)
	// Check returns an error if an identity is no longer valid.
	Check func(ctx context.Context, who Identity) error
	// Open finds an app's repository and decides whether the identity may do this with
	// it: a *Denial says why not.
	Open func(ctx context.Context, who Identity, name string, verb Verb) (Repository, error)
	// Reopen decides again on a repository that Open has opened: when the account's
	// rights may have changed, and when a push has arrived and is about to move
	// branches.
	Reopen func(ctx context.Context, who Identity, repository Repository, verb Verb) error
	// Pushed records a push. It may be called with the same push again, and after a
	// crash the push has only the IDs of its Identity.
	Pushed func(ctx context.Context, push Push) error
	// Refused records a push of which git took nothing.
	Refused func(ctx context.Context, who Identity, repository Repository, reason Reason) error

	// KeysURL is the dashboard's SSH keys page.
	KeysURL string

	Limits Limits
	Log    *slog.Logger
	Now    func() time.Time

	preparing sync.Mutex
	spoolDir  string // absolute, once prepared

	spooling   sync.Mutex // while a file of the spool has no lock yet
	recovering sync.Mutex
	moved      branchLimiter
	movedRefs  branchLimiter

	mu        sync.Mutex
	listeners map[*listener]struct{}
	conns     map[*conn]struct{}
	arrivals  uint64
	sessions  map[uuid.UUID]int  // open, by account
	running   map[*call]struct{} // the commands that count
	live      int                // goroutines
	draining  bool
	// passedOver are unknown keys that need no advice: see adviseOn.
	passedOver map[[sha256.Size]byte]struct{}
	done       chan struct{} // closed when draining and nothing lives
}
