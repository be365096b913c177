package main

import (
	"context"
	"errors"
	"fmt"

	"portico/internal/catalog"
)

type catalogCommand struct {
	Show  showCatalogCommand  `cmd:"" help:"Print the catalog file as it was applied last, prices that are still to come included."`
	Check checkCatalogCommand `cmd:"" help:"Say what a catalog file would change, or everything that is wrong with it."`
	Apply applyCatalogCommand `cmd:"" help:"Make a file the catalog, also while the program serves. Nothing that has come into force can change."`
}

type showCatalogCommand struct {
	Default bool `help:"Print the catalog that a new database begins with instead."`
}

// Run prints the catalog file.
func (s showCatalogCommand) Run(ctx context.Context, c *Config) error {
	if s.Default {
		fmt.Print(catalog.Default)
		return nil
	}
	return withCatalog(ctx, c, func(store *catalog.Store) error {
		text, err := store.Text(ctx)
		fmt.Print(text)
		return err
	})
}

type checkCatalogCommand struct {
	File []byte `arg:"" type:"filecontent" help:"The file; - for standard input."`
}

// Run tells what a file would change.
func (f checkCatalogCommand) Run(ctx context.Context, c *Config) error {
	return withCatalog(ctx, c, func(store *catalog.Store) error {
		changes, err := store.Check(ctx, string(f.File))
		return tellChanges(changes, err)
	})
}

type applyCatalogCommand struct {
	File []byte `arg:"" type:"filecontent" help:"The file; - for standard input."`
}

// Run applies a file.
func (f applyCatalogCommand) Run(ctx context.Context, c *Config) error {
	return withCatalog(ctx, c, func(store *catalog.Store) error {
		changes, err := store.Apply(ctx, string(f.File))
		return tellChanges(changes, err)
	})
}

// withCatalog opens the database and no more of the program, whose start would fill an
// empty catalog: the first file that is applied may say anything.
func withCatalog(ctx context.Context, c *Config, fn func(*catalog.Store) error) (err error) {
	if err := c.check(); err != nil {
		return err
	}
	setLog(c)
	m := machine()
	db, err := openDatabase(ctx, c, m)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	business, err := businessClock(ctx, db, m.now)
	if err != nil {
		return err
	}
	return fn(&catalog.Store{DB: db, Now: business.Now})
}

// tellChanges prints what changes, or returns what is wrong with the file.
func tellChanges(changes []string, err error) error {
	var faults catalog.Faults
	if errors.As(err, &faults) {
		return fmt.Errorf("the catalog stays as it is:\n%w", faults)
	}
	if err != nil {
		return err
	}
	for _, change := range changes {
		fmt.Println(change)
	}
	if len(changes) == 0 {
		fmt.Println("nothing changes")
	}
	return nil
}
