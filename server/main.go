// Command portico is the account side of a hosting platform in one binary: the
// GraphQL API, the dashboard, and git over SSH.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// version is set by the build.
var version = "dev"

type commands struct {
	Serve    serveCommand    `cmd:"" help:"Serve the API, the dashboard and the git endpoint until SIGTERM."`
	Migrate  migrateCommand  `cmd:"" help:"Bring the database to this version's schema and exit."`
	Account  accountCommand  `cmd:"" help:"What an operator does for one account."`
	Catalog  catalogCommand  `cmd:"" help:"The catalog: what customers can rent, and what it costs."`
	Keys     keysCommand     `cmd:"" help:"The keys that secrets in the database are encrypted with."`
	Operator operatorCommand `cmd:"" help:"Tokens of the platform's operators: for their programs, which use the operator's part of the API."`
	Seed     seedCommand     `cmd:"" help:"Fill an empty database with a demo account and exit."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "portico:", err)
		os.Exit(1)
	}
}

// run runs one command line until it is done or ctx ends.
func run(ctx context.Context, args []string) error {
	parser, err := newParser(new(commands))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if err != nil {
		return err
	}
	command.BindTo(ctx, (*context.Context)(nil))
	return command.Run()
}

func newParser(c *commands, more ...kong.Option) (*kong.Kong, error) {
	options := []kong.Option{kong.Name("portico"), kong.Description("The account side of a hosting platform."), kong.UsageOnError()}
	return kong.New(c, append(options, more...)...)
}

type versionCommand struct{}

func (versionCommand) Run() error {
	fmt.Println("portico", version)
	return nil
}
