// Command frontdesk is a front desk service on the library and a database file: it takes check-outs, survey answers,
// memberships and points over HTTP, and shows who arrives today and what the house knows of each guest.
//
// Without arguments it starts with a simulated hotel. See -help.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// What the command returns to the shell.
const (
	exitDone  = 0
	exitFail  = 1
	exitFlags = 2
)

const help = `frontdesk serves the front desk of a hotel on a database file.

usage: go run -C examples ./frontdesk [command] [flags]

commands
  serve     the service; the default
  nightly   closes the business date and opens that of -date: thresholds, models, classes, points that lapse; may run
            beside the service, and again for the same date
  backup    writes a copy of the database to -to, while others go on working; to restore it, stop all of them, remove
            the files FILE-wal and FILE-shm if they are there, and put the copy in the place of FILE
  verify    checks the hash chains and the sums of the whole points journal

flags
  -db FILE      the database file, made if it does not exist; without it: a file for the simulated hotel in the
                user's cache folder
  -demo         load the simulated hotel into an empty database; on by itself without -db
  -guests N     guests of the simulated hotel, default 10000
  -listen ADDR  default 127.0.0.1:8080; another computer can only be served with a token
  -token FILE   a file with the bearer token that every request must bear, at least 32 characters
  -date DATE    serve: the business date of a new database, default today; nightly: the new business date, which has no
                default: without it the command says which one is next, and does nothing; at most 31 days after the
                present one, since it never goes back: a house that was closed for longer moves on in several runs
  -to FILE      backup: where the copy goes; a file that is there already is not overwritten

exit status
  0  done
  1  the command could not do its work, or nightly was not told the date
  2  wrong flags
  go run itself turns every failure into 1; a program made by go build keeps them apart.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	opt, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help)
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "frontdesk: %v\nrun with -help for all flags\n", err)
		return exitFlags
	}
	if err := commands[opt.command](ctx, opt, stdout, stderr); err != nil {
		fmt.Fprintf(stderr, "frontdesk: %v\n", err)
		return exitFail
	}
	return exitDone
}

var commands = map[string]func(context.Context, *options, io.Writer, io.Writer) error{
	"serve": serve, "nightly": nightly, "backup": backup, "verify": verify,
}
