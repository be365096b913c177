package holding

import (
	"context"

	"github.com/google/uuid"

	"portico/ent"
)

// Secrets are a column of encrypted secrets. Key rotation re-encrypts them, as the
// platform.
type Secrets struct {
	// Purpose is what they are encrypted for.
	Purpose string
	Count   func(context.Context) (int, error)
	// After reads some of them after an ID, in the order of IDs.
	After func(ctx context.Context, id uuid.UUID, limit int) ([]Secret, error)
	// Put replaces one if it hasn't changed.
	Put func(ctx context.Context, tx *ent.Tx, old Secret, updated []byte) error
}

// A Secret is an encrypted text with its row, and the owner it was encrypted for.
type Secret struct {
	Row    uuid.UUID
	Owner  string
	Sealed []byte
}

// SecretsIn returns the secrets in rows that were read.
func SecretsIn[Row any](rows []Row, err error, of func(Row) Secret) ([]Secret, error) {
	all := make([]Secret, len(rows))
	for i, r := range rows {
		all[i] = of(r)
	}
	return all, err
}

// Secrets returns the columns of all holdings.
func (l List) Secrets() (all []Secrets) {
	for _, h := range l {
		all = append(all, h.Secrets...)
	}
	return all
}
