// Package keyring encrypts secrets that must be stored and read again: AES-256
// in GCM, each under one of a ring of keys that lies in a file of mode 0600. The
// first key of the ring seals; all open.
//
// The invariant: what is sealed for one purpose and owner opens for no other.
package keyring

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

const (
	keySize = 32
	idSize  = 4
)

// A Ring holds the keys of one file.
type Ring struct {
	path string

	mu   sync.RWMutex
	keys []key     // the newest first
	as   time.Time // when the file was written that they are of
}

type key struct {
	id   [idSize]byte
	aead cipher.AEAD
	line string
}

// Open reads the ring of a file, and makes one with one key where there is none.
func Open(path string) (*Ring, error) {
	r := &Ring{path: path}
	err := r.read()
	if errors.Is(err, fs.ErrNotExist) {
		err = r.write([]key{newKey()})
	}
	if err != nil {
		return nil, fmt.Errorf("key ring: %w", err)
	}
	return r, nil
}

// read takes the keys from the file: one on each line, its id and itself.
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
	var keys []key
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, err := parse(line)
		if err != nil {
			return fmt.Errorf("%s: %w", r.path, err)
		}
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return fmt.Errorf("%s holds no key", r.path)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keys, r.as = keys, info.ModTime()
	return nil
}

// refresh reads the file again where it was written since: keys are rotated
// while the program runs, and what is sealed from then on is sealed anew.
func (r *Ring) refresh() {
	info, err := os.Stat(r.path)
	r.mu.RLock()
	same := err != nil || info.ModTime().Equal(r.as)
	r.mu.RUnlock()
	if !same {
		_ = r.read() // what is known still serves
	}
}

// parse reads a line: eight hex digits and 32 bytes in base64. What is wrong with
// it is told without a word of it.
func parse(line string) (key, error) {
	name, text, _ := strings.Cut(line, " ")
	id, err := hex.DecodeString(name)
	raw, err2 := base64.StdEncoding.DecodeString(text)
	if err != nil || err2 != nil || len(id) != idSize || len(raw) != keySize {
		return key{}, errors.New("a line is not a key")
	}
	block, err := aes.NewCipher(raw)
	if err != nil {
		return key{}, err
	}
	aead, err := cipher.NewGCM(block)
	return key{[idSize]byte(id), aead, line}, err
}

func newKey() key {
	raw := make([]byte, idSize+keySize)
	_, _ = rand.Read(raw) // never fails
	k, err := parse(hex.EncodeToString(raw[:idSize]) + " " + base64.StdEncoding.EncodeToString(raw[idSize:]))
	if err != nil {
		panic(err) // it was just written in this form
	}
	return k
}

// write puts the keys into the file, all or nothing.
func (r *Ring) write(keys []key) error {
	var b bytes.Buffer
	b.WriteString("# The keys that secrets in the database are encrypted with. The first one encrypts.\n")
	for _, k := range keys {
		b.WriteString(k.line + "\n")
	}
	f, err := os.CreateTemp(filepath.Dir(r.path), ".keyring") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b.Bytes())
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), r.path); err != nil {
		return err
	}
	return r.read()
}

// Seal encrypts a secret for what it is for: a purpose and an owner.
func (r *Ring) Seal(secret []byte, purpose, owner string) []byte {
	r.refresh()
	r.mu.RLock()
	k := r.keys[0]
	r.mu.RUnlock()
	sealed := make([]byte, idSize+k.aead.NonceSize(), idSize+k.aead.NonceSize()+len(secret)+k.aead.Overhead())
	copy(sealed, k.id[:])
	nonce := sealed[idSize:]
	_, _ = rand.Read(nonce) // never fails
	return k.aead.Seal(sealed, nonce, secret, context(purpose, owner))
}

// Young tells whether something was sealed with the key that seals now.
func (r *Ring) Young(sealed []byte) bool {
	r.refresh()
	r.mu.RLock()
	defer r.mu.RUnlock()
	return bytes.HasPrefix(sealed, r.keys[0].id[:])
}

// context binds a ciphertext to what it is for.
func context(purpose, owner string) []byte { return []byte(purpose + "\x00" + owner) }

// Open decrypts what Seal made for the same purpose and owner.
func (r *Ring) Open(sealed []byte, purpose, owner string) ([]byte, error) {
	if len(sealed) < idSize {
		return nil, errors.New("unseal: too short")
	}
	k, err := r.find([idSize]byte(sealed[:idSize]))
	if err != nil {
		return nil, err
	}
	rest := sealed[idSize:]
	if len(rest) < k.aead.NonceSize() {
		return nil, errors.New("unseal: too short")
	}
	secret, err := k.aead.Open(nil, rest[:k.aead.NonceSize()], rest[k.aead.NonceSize():], context(purpose, owner))
	if err != nil {
		return nil, fmt.Errorf("unseal %s: %w", purpose, err)
	}
	return secret, nil
}

// find is the key of an id. One that is not known may have come to the file
// since: keys are rotated while the program runs.
func (r *Ring) find(id [idSize]byte) (key, error) {
	for range 2 {
		if k, ok := r.known(id); ok {
			return k, nil
		}
		if err := r.read(); err != nil {
			return key{}, fmt.Errorf("key ring: %w", err)
		}
	}
	return key{}, fmt.Errorf("unseal: there is no key %x", id)
}

func (r *Ring) known(id [idSize]byte) (key, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	for _, k := range r.keys {
		if k.id == id {
			return k, true
		}
	}
	return key{}, false
}

// Add puts a new key in front: it seals from now on.
func (r *Ring) Add() error {
	r.mu.RLock()
	keys := append([]key{newKey()}, r.keys...)
	r.mu.RUnlock()
	return r.write(keys)
}

// Retire forgets all keys but the one that seals. What was sealed with the others
// can never be opened again: seal it anew first.
func (r *Ring) Retire() (int, error) {
	r.mu.RLock()
	keys := r.keys
	r.mu.RUnlock()
	return len(keys) - 1, r.write(keys[:1])
}
