// Command generate makes a large table of stays for measuring, the same for the same seed on every platform.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
)

const help = `generate makes a table of stays with the columns guest_id, check_out and amount.

usage: go run -C examples ./generate -out FILE [flags]

  -out FILE    where to write; - is the standard output
  -stays N     rows, default 10000000
  -guests N    guests, each with at least one stay, default 2000000
  -seed N      another seed, another table; default 1
  -integers    guest ids are plain numbers; without it they are G and ten digits

Read it with: report -stays FILE -columns guest=guest_id,arrival=check_out,revenue=amount -visit stay
`

// What the command returns to the shell.
const (
	exitDone  = 0
	exitFail  = 1
	exitFlags = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	config, out, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help)
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "generate: %v\nrun with -help for all flags\n", err)
		return exitFlags
	}
	if err := write(config, out, stdout); err != nil {
		fmt.Fprintf(stderr, "generate: %v\n", err)
		return exitFail
	}
	return exitDone
}

func parseFlags(args []string) (config bulk.Config, out string, err error) {
	set := flag.NewFlagSet("generate", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	set.IntVar(&config.Stays, "stays", 10_000_000, "")
	set.IntVar(&config.Guests, "guests", 2_000_000, "")
	set.Uint64Var(&config.Seed, "seed", 1, "")
	set.BoolVar(&config.Integers, "integers", false, "")
	set.StringVar(&out, "out", "", "")
	switch err = set.Parse(args); {
	case err != nil:
	case set.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", set.Arg(0))
	case out == "":
		err = errors.New("-out needs a name; - is the standard output")
	}
	return config, out, err
}

func write(config bulk.Config, out string, stdout io.Writer) error {
	if out == "-" {
		return bulk.Write(stdout, config)
	}
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	return errors.Join(bulk.Write(file, config), file.Close())
}
