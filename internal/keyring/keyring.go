// Package keyring encrypts secrets that must be stored and read again: AES-256-GCM, by
// Tink, each with one of the keys of a Tink keyset in a file with mode 0600. The
// primary key encrypts; all keys decrypt.
//
// The invariant: what is encrypted for one purpose and owner decrypts for no other.
package keyring

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/aead/aesgcm"
	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/tink"
)

// A Ring holds the keys of one file.
type Ring struct {
	path string
	keys atomic.Pointer[keys]
}

type keys struct {
	handle *keyset.Handle
	aead   tink.AEAD
	prefix []byte    // its keys
	as     time.Time // when their file was written
}

// Open reads the ring from a file, or creates a file with one key.
func Open(path string) (*Ring, error) {
	r := &Ring{path: path}
	err := r.read()
	if errors.Is(err, fs.ErrNotExist) {
		err = r.add(keyset.NewManager())
	}
	if err != nil {
		return nil, fmt.Errorf("key ring: %w", err)
	}
	return r, nil
}

// read reads the keys from the file.
func (r *Ring) read() error {
	b, err := os.ReadFile(r.path)
	if err != nil {
		return err
	}
	info, err := os.Stat(r.path)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("%s is readable by others than its owner: chmod 600", r.path)
	}
	k, err := parse(b)
	if err != nil {
		return fmt.Errorf("%s: %w", r.path, err)
	}
	k.as = info.ModTime()
	r.keys.Store(k)
	return nil
}

// parse parses a keyset. Its errors reveal nothing of it.
func parse(text []byte) (*keys, error) {
	handle, err := insecurecleartextkeyset.Read(keyset.NewJSONReader(bytes.NewReader(text)))
	if err != nil {
		return nil, errors.New("it holds no Tink keyset")
	}
	primary, err := handle.Primary()
	if err != nil {
		return nil, errors.New("its keyset has no primary key")
	}
	key, ok := primary.Key().(*aesgcm.Key)
	if !ok || len(key.OutputPrefix()) == 0 {
		return nil, errors.New("its primary key is not one of AES-GCM with an id")
	}
	a, err := aead.New(handle)
	if err != nil {
		return nil, errors.New("its keys don't encrypt")
	}
	return &keys{handle: handle, aead: a, prefix: key.OutputPrefix()}, nil
}

// refresh reads the file again if it has changed: keys are rotated while the program
// runs, and secrets must be encrypted with the new key from then on.
func (r *Ring) refresh() *keys {
	if info, err := os.Stat(r.path); err == nil && !info.ModTime().Equal(r.keys.Load().as) {
		_ = r.read() // the known keys still work
	}
	return r.keys.Load()
}

// write writes the keys to the file, atomically.
func (r *Ring) write(m *keyset.Manager) error {
	handle, err := m.Handle()
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(r.path), ".keyring") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = insecurecleartextkeyset.Write(handle, keyset.NewJSONWriter(f))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), r.path); err != nil {
		return err
	}
	return r.read()
}

// Seal encrypts a secret for a purpose and an owner.
func (r *Ring) Seal(secret []byte, purpose, owner string) []byte {
	sealed, err := r.refresh().aead.Encrypt(secret, context(purpose, owner))
	if err != nil {
		panic(err) // only secrets of gigabytes can't be encrypted
	}
	return sealed
}

// Young reports whether a secret was encrypted with the current key.
func (r *Ring) Young(sealed []byte) bool { return bytes.HasPrefix(sealed, r.refresh().prefix) }

// context binds a ciphertext to its purpose and owner.
func context(purpose, owner string) []byte { return []byte(purpose + "\x00" + owner) }

// Open decrypts what Seal encrypted for the same purpose and owner. If no key does, the
// file may have a new one: keys are rotated while the program runs.
func (r *Ring) Open(sealed []byte, purpose, owner string) ([]byte, error) {
	secret, err := r.keys.Load().aead.Decrypt(sealed, context(purpose, owner))
	if err != nil {
		if err := r.read(); err != nil {
			return nil, fmt.Errorf("key ring: %w", err)
		}
		secret, err = r.keys.Load().aead.Decrypt(sealed, context(purpose, owner))
	}
	if err != nil {
		return nil, fmt.Errorf("unseal %s: %w", purpose, err)
	}
	return secret, nil
}

// Add adds a new primary key, which encrypts from now on.
func (r *Ring) Add() error { return r.add(keyset.NewManagerFromHandle(r.keys.Load().handle)) }

func (r *Ring) add(m *keyset.Manager) error {
	id, err := m.Add(aead.AES256GCMKeyTemplate())
	if err != nil {
		return err
	}
	if err := m.SetPrimary(id); err != nil {
		return err
	}
	return r.write(m)
}

// Retire removes all keys but the primary one. What was encrypted with the others can
// never be decrypted again: encrypt it again first.
func (r *Ring) Retire() (retired int, err error) {
	handle := r.keys.Load().handle
	m := keyset.NewManagerFromHandle(handle)
	for i := range handle.Len() {
		key, err := handle.Entry(i)
		if err != nil {
			return 0, err
		}
		if key.IsPrimary() {
			continue
		}
		if err := m.Delete(key.KeyID()); err != nil {
			return 0, err
		}
		retired++
	}
	return retired, r.write(m)
}
