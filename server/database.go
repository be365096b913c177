package main

import (
	"context"
	"errors"
	"fmt"

	"portico/internal/store"
)

// onDatabase runs fn on a database that is there, and on no more of the program.
func (s Storage) onDatabase(ctx context.Context, fn func(*store.DB) error) error {
	return s.with(func(c *Config) (*store.DB, error) {
		if err := c.exists(ctx); err != nil {
			return nil, err
		}
		return openMigrated(ctx, c, machine())
	}, fn)
}

// onNewDatabase is onDatabase, and makes the database if it isn't there. It doesn't
// start the program, which would fill an empty catalog: the first file that is applied
// may say anything.
func (s Storage) onNewDatabase(ctx context.Context, fn func(*store.DB) error) error {
	return s.with(func(c *Config) (*store.DB, error) { return openDatabase(ctx, c, machine()) }, fn)
}

func (s Storage) with(open func(*Config) (*store.DB, error), fn func(*store.DB) error) (err error) {
	c, err := s.config()
	if err != nil {
		return err
	}
	if err := c.Storage.check(); err != nil {
		return err
	}
	setLog(c)
	db, err := open(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return fn(db)
}

// exists refuses a database that isn't there. A command that made one where a folder is
// mistyped would work on a database that nobody serves.
func (s *Storage) exists(ctx context.Context) error {
	there, err := store.Exists(ctx, s.DatabaseURL)
	switch {
	case err != nil:
		return fmt.Errorf("PORTICO_DATABASE_URL: %w", err)
	case there:
		return nil
	case s.inData:
		return fmt.Errorf("there is no database in %s. Set PORTICO_DATA (or --data) to the folder that portico serve uses", s.Data)
	}
	return errors.New("there is no database of Portico at this address. Set PORTICO_DATABASE_URL (or --database-url) to the one that portico serve uses")
}
