package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"portico/internal/catalog"
	"portico/internal/problem"
	"portico/internal/store"
)

type catalogCommand struct {
	Show  showCatalogCommand  `cmd:"" help:"Print the catalog file as it was applied last, prices that are still to come included."`
	Check checkCatalogCommand `cmd:"" help:"Say what a catalog file would change, or everything that is wrong with it."`
	Apply applyCatalogCommand `cmd:"" help:"Make a file the catalog, also while the program serves. Nothing that has come into force can change."`
}

type showCatalogCommand struct {
	Storage
	Default bool `help:"Print the catalog that a new database begins with instead."`
}

// Run prints the catalog file.
func (s showCatalogCommand) Run(ctx context.Context) error {
	if s.Default {
		fmt.Print(catalog.Default)
		return nil
	}
	return s.onDatabase(ctx, func(db *store.DB) error {
		c, err := catalogOf(ctx, db)
		if err != nil {
			return err
		}
		text, err := c.Text(ctx)
		fmt.Print(text)
		return err
	})
}

type checkCatalogCommand struct {
	Storage
	File string `arg:"" help:"The file; - for standard input."`
}

// Run tells what a file would change.
func (f checkCatalogCommand) Run(ctx context.Context) error {
	text, err := readFile(f.File)
	if err != nil {
		return err
	}
	return f.onDatabase(ctx, func(db *store.DB) error {
		c, err := catalogOf(ctx, db)
		if err != nil {
			return err
		}
		return tellChanges(c.Check(ctx, text))
	})
}

type applyCatalogCommand struct {
	Storage
	File string `arg:"" help:"The file; - for standard input."`
}

// Run applies a file.
func (f applyCatalogCommand) Run(ctx context.Context) error {
	text, err := readFile(f.File)
	if err != nil {
		return err
	}
	return f.onNewDatabase(ctx, func(db *store.DB) error {
		c, err := catalogOf(ctx, db)
		if err != nil {
			return err
		}
		return tellChanges(c.Apply(ctx, text))
	})
}

// readFile reads a catalog file, or standard input for -.
func readFile(name string) (string, error) {
	if name == "-" {
		text, err := io.ReadAll(os.Stdin)
		return string(text), problem.Wrap("read standard input", err)
	}
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("there is no file %s", name)
	}
	return string(text), err
}

// catalogOf is the catalog of a database.
func catalogOf(ctx context.Context, db *store.DB) (*catalog.Store, error) {
	business, err := businessClock(ctx, db, machine().now)
	if err != nil {
		return nil, err
	}
	return &catalog.Store{DB: db, Now: business.Now}, nil
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
