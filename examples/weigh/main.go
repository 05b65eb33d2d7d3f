// Command weigh finds how much each thing counts for guests, and what to fix first.
//
// From pairwise judgements it makes weights with their consistency, the judgements to ask again and, for several experts,
// their consensus. From survey answers it makes weights by several methods side by side, scores with intervals, and the
// grid of importance and performance. Without arguments it runs on a small built-in hotel.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// What the command returns to the shell.
const (
	exitDone  = 0
	exitFail  = 1 // nothing usable, wrong rows under -strict, a file that cannot be read or written
	exitFlags = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	opt, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help)
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "weigh: %s\nrun with -help for all flags\n", explain(err))
		return exitFlags
	}
	if err := weigh(opt, stdout, stderr); err != nil {
		fmt.Fprintf(stderr, "weigh: %s\n", explain(err))
		return exitFail
	}
	return exitDone
}

func weigh(opt *options, stdout, stderr io.Writer) error {
	in, err := read(opt, stderr)
	if err != nil {
		return err
	}
	r, err := analyse(opt, in)
	if err != nil {
		return err
	}
	if opt.html != "" {
		if err := writePage(opt.html, r, opt.lang); err != nil {
			return err
		}
	}
	if opt.json {
		return printJSON(stdout, r)
	}
	if err := printTable(stdout, r); err != nil || opt.html == "" {
		return err
	}
	path, err := filepath.Abs(opt.html)
	if err == nil {
		fmt.Fprintf(stdout, "\nwritten to %s\n", path)
	}
	return err
}
