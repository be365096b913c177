package main

import (
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"portico/ent"
	"portico/ent/mail"
	"portico/ent/oauthstate"
	"portico/ent/totp"
	"portico/internal/keyring"
	"portico/internal/store"
	"portico/internal/viewer"
)

type keysCommand struct {
	Rotate rotateCommand `cmd:"" help:"Add a key, and encrypt every secret anew with it, also while the program serves."`
}

type rotateCommand struct {
	Retire bool `help:"Then forget the old keys: from a copy of the database that was made before, nothing can be read any more."`
}

// settling is how long after a new key something may still be written that was
// encrypted with the one before.
const settling = 15 * time.Second

// Run rotates the keys.
func (r rotateCommand) Run(ctx context.Context, c *Config) error {
	p, err := open(ctx, c)
	if err != nil {
		return err
	}
	defer p.close()
	x := rotation{db: p.db, ring: p.ring, settled: func() <-chan time.Time { return time.After(settling) }}
	n, err := x.rotate(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("a new key encrypts from now on; %d secrets were encrypted anew\n", n)
	if !r.Retire {
		return nil
	}
	fmt.Printf("waiting for %v, for what is being written right now\n", settling)
	if n, err = x.retire(ctx); err != nil {
		return err
	}
	fmt.Printf("%d old keys are forgotten\n", n)
	return nil
}

// A vault is a column of sealed secrets.
type vault struct {
	purpose string
	count   func(context.Context, *store.DB) (int, error)
	// after reads some of them beyond an id, in the order of ids.
	after func(context.Context, *store.DB, uuid.UUID) ([]sealed, error)
	// put replaces one, where it is the same still.
	put func(ctx context.Context, tx *ent.Tx, old sealed, anew []byte) error
}

// A sealed secret with the row that it is in, and the owner it was sealed for.
type sealed struct {
	id    uuid.UUID
	owner string
	text  []byte
}

// batch is how many secrets are encrypted anew in one transaction.
const batch = 100

// vaults are all columns with sealed secrets: what is missing here is lost when
// keys are retired. A test finds each call of Seal.
var vaults = []vault{
	{
		purpose: "totp",
		count:   func(ctx context.Context, db *store.DB) (int, error) { return db.Totp.Query().Count(ctx) },
		after: func(ctx context.Context, db *store.DB, id uuid.UUID) ([]sealed, error) {
			rows, err := db.Totp.Query().Where(totp.IDGT(id)).Order(ent.Asc(totp.FieldID)).Limit(batch).All(ctx)
			return sealedIn(rows, func(r *ent.Totp) sealed { return sealed{r.ID, r.AccountID.String(), r.Secret} }), err
		},
		put: func(ctx context.Context, tx *ent.Tx, old sealed, anew []byte) error {
			return tx.Totp.Update().Where(totp.ID(old.id), totp.Secret(old.text)).SetSecret(anew).Exec(ctx)
		},
	},
	{
		purpose: "mail",
		count: func(ctx context.Context, db *store.DB) (int, error) {
			return db.Mail.Query().Where(mail.SealedNotNil()).Count(ctx)
		},
		after: func(ctx context.Context, db *store.DB, id uuid.UUID) ([]sealed, error) {
			rows, err := db.Mail.Query().Where(mail.IDGT(id), mail.SealedNotNil()).Order(ent.Asc(mail.FieldID)).Limit(batch).All(ctx)
			return sealedIn(rows, func(r *ent.Mail) sealed { return sealed{r.ID, r.ID.String(), r.Sealed} }), err
		},
		put: func(ctx context.Context, tx *ent.Tx, old sealed, anew []byte) error {
			return tx.Mail.Update().Where(mail.ID(old.id), mail.Sealed(old.text)).SetSealed(anew).Exec(ctx)
		},
	},
	{
		purpose: "oauth",
		count:   func(ctx context.Context, db *store.DB) (int, error) { return db.OAuthState.Query().Count(ctx) },
		after: func(ctx context.Context, db *store.DB, id uuid.UUID) ([]sealed, error) {
			rows, err := db.OAuthState.Query().Where(oauthstate.IDGT(id)).Order(ent.Asc(oauthstate.FieldID)).Limit(batch).All(ctx)
			return sealedIn(rows, func(r *ent.OAuthState) sealed { return sealed{r.ID, hex.EncodeToString(r.Digest), r.Verifier} }), err
		},
		put: func(ctx context.Context, tx *ent.Tx, old sealed, anew []byte) error {
			return tx.OAuthState.Update().Where(oauthstate.ID(old.id), oauthstate.Verifier(old.text)).SetVerifier(anew).Exec(ctx)
		},
	},
}

func sealedIn[R any](rows []R, of func(R) sealed) []sealed {
	all := make([]sealed, len(rows))
	for i, r := range rows {
		all[i] = of(r)
	}
	return all
}

// A rotation puts a new key in the place of the old ones. A program that serves
// meanwhile reads the key ring again by itself.
type rotation struct {
	db   *store.DB
	ring *keyring.Ring
	// settled tells when all that was encrypted before is written.
	settled func() <-chan time.Time
}

// rotate adds a key, and encrypts every secret anew with it. Where it was
// interrupted, it is done by rotating again.
func (x rotation) rotate(ctx context.Context) (int, error) {
	if err := x.ring.Add(); err != nil {
		return 0, fmt.Errorf("add a key: %w", err)
	}
	return x.reseal(ctx)
}

// retire forgets the old keys, once nothing is left that only they open.
func (x rotation) retire(ctx context.Context) (int, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-x.settled():
	}
	for {
		n, err := x.reseal(ctx)
		if err != nil {
			return 0, err
		}
		if n == 0 {
			return x.ring.Retire()
		}
	}
}

// reseal encrypts anew what the old keys encrypted, and tells how much it was.
func (x rotation) reseal(ctx context.Context) (done int, err error) {
	ctx = viewer.AsSystem(ctx)
	total := 0
	for _, v := range vaults {
		n, err := v.count(ctx, x.db)
		if err != nil {
			return 0, fmt.Errorf("count secrets: %w", err)
		}
		total += n
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetDescription("secrets"), progressbar.OptionSetVisibility(term.IsTerminal(int(os.Stderr.Fd()))), progressbar.OptionClearOnFinish())
	for _, v := range vaults {
		n, err := x.resealAll(ctx, v, bar)
		if done += n; err != nil {
			return done, fmt.Errorf("encrypt %s secrets anew: %w", v.purpose, err)
		}
	}
	return done, bar.Finish()
}

func (x rotation) resealAll(ctx context.Context, v vault, bar *progressbar.ProgressBar) (done int, err error) {
	var last uuid.UUID
	for {
		some, err := v.after(ctx, x.db, last)
		if err != nil || len(some) == 0 {
			return done, err
		}
		n, err := x.resealSome(ctx, v, some)
		if done += n; err != nil {
			return done, err
		}
		last = some[len(some)-1].id
		_ = bar.Add(len(some))
	}
}

func (x rotation) resealSome(ctx context.Context, v vault, some []sealed) (done int, err error) {
	return store.InTx(ctx, x.db, func(tx *ent.Tx) (int, error) {
		done = 0
		for _, old := range some {
			if x.ring.Young(old.text) {
				continue
			}
			secret, err := x.ring.Open(old.text, v.purpose, old.owner)
			if err == nil {
				err = v.put(ctx, tx, old, x.ring.Seal(secret, v.purpose, old.owner))
			}
			if err != nil {
				return 0, fmt.Errorf("row %s: %w", old.id, err)
			}
			done++
		}
		return done, nil
	})
}
