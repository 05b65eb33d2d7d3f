// Command learn finds the rules by which guests differ.
//
// From a CSV of guests and a column with their class it learns a decision tree and rules. Without such a column it first
// discovers classes: groups of guests that are alike, named by what makes them stand out. Without arguments it runs on a
// small built-in hotel.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

// What the command returns to the shell.
const (
	exitDone  = 0
	exitFail  = 1 // nothing usable, a file that cannot be read or written
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
		fmt.Fprintf(stderr, "learn: %s\nrun with -help for all flags\n", err)
		return exitFlags
	}
	if err := learn(opt, stdout); err != nil {
		fmt.Fprintf(stderr, "learn: %s\n", err)
		return exitFail
	}
	return exitDone
}

func learn(opt *options, stdout io.Writer) error {
	in, err := read(opt)
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
	return printText(stdout, r)
}
