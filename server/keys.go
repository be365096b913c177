package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"portico/ent"
	"portico/internal/holding"
	"portico/internal/keyring"
	"portico/internal/store"
	"portico/internal/viewer"
)

type keysCommand struct {
	Rotate rotateCommand `cmd:"" help:"Add a key, and re-encrypt every secret with it, even while the program serves."`
}

type rotateCommand struct {
	Storage
	Retire bool `help:"Then forget the old keys: from a copy of the database that was made before, nothing can be read any more."`
}

// settling is how long after adding a key something may still be written that was
// encrypted with the previous one.
const settling = 15 * time.Second

// Run rotates the keys.
func (r rotateCommand) Run(ctx context.Context) error {
	p, err := openExisting(ctx, r.Storage)
	if err != nil {
		return err
	}
	defer p.close()
	x := rotation{db: p.db, ring: p.ring, secrets: p.Holdings.Secrets(), settled: func() <-chan time.Time { return time.After(settling) }}
	n, err := x.rotate(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("a new key encrypts from now on; %d secrets were re-encrypted\n", n)
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

// batch is how many secrets are re-encrypted in one transaction.
const batch = 100

// A rotation replaces the old keys by a new one. A program that serves meanwhile
// rereads the key ring by itself.
type rotation struct {
	db   *store.DB
	ring *keyring.Ring
	// secrets are all columns with encrypted secrets: anything missing here is lost
	// when keys are retired.
	secrets []holding.Secrets
	// settled returns when everything that was encrypted before is written.
	settled func() <-chan time.Time
}

// rotate adds a key, and re-encrypts every secret with it. If it was interrupted,
// rotating again completes it.
func (x rotation) rotate(ctx context.Context) (int, error) {
	if err := x.ring.Add(); err != nil {
		return 0, fmt.Errorf("add a key: %w", err)
	}
	return x.reseal(ctx)
}

// retire removes the old keys, once nothing is left that needs them.
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

// reseal re-encrypts what the old keys encrypted, and returns how much it was.
func (x rotation) reseal(ctx context.Context) (done int, err error) {
	ctx = viewer.AsSystem(ctx)
	total := 0
	for _, v := range x.secrets {
		n, err := v.Count(ctx)
		if err != nil {
			return 0, fmt.Errorf("count secrets: %w", err)
		}
		total += n
	}
	bar := progressbar.NewOptions(total, progressbar.OptionSetDescription("secrets"), progressbar.OptionSetVisibility(term.IsTerminal(int(os.Stderr.Fd()))), progressbar.OptionClearOnFinish())
	for _, v := range x.secrets {
		n, err := x.resealAll(ctx, v, bar)
		if done += n; err != nil {
			return done, fmt.Errorf("re-encrypt %s secrets: %w", v.Purpose, err)
		}
	}
	return done, bar.Finish()
}

func (x rotation) resealAll(ctx context.Context, v holding.Secrets, bar *progressbar.ProgressBar) (done int, err error) {
	var last uuid.UUID
	for {
		some, err := v.After(ctx, last, batch)
		if err != nil || len(some) == 0 {
			return done, err
		}
		n, err := x.resealSome(ctx, v, some)
		if done += n; err != nil {
			return done, err
		}
		last = some[len(some)-1].Row
		_ = bar.Add(len(some))
	}
}

func (x rotation) resealSome(ctx context.Context, v holding.Secrets, some []holding.Secret) (done int, err error) {
	return store.InTx(ctx, x.db, func(tx *ent.Tx) (int, error) {
		done = 0
		for _, old := range some {
			if x.ring.Young(old.Sealed) {
				continue
			}
			secret, err := x.ring.Open(old.Sealed, v.Purpose, old.Owner)
			if err == nil {
				err = v.Put(ctx, tx, old, x.ring.Seal(secret, v.Purpose, old.Owner))
			}
			if err != nil {
				return 0, fmt.Errorf("row %s: %w", old.Row, err)
			}
			done++
		}
		return done, nil
	})
}
