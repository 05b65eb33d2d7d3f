// Command statement writes a member's statement: tier and until when, what is missing to the next one, the points account
// line by line, benefits and everything that happened.
//
// A programme as JSON and a file of activity go in. Another programme may be held against it: what would it have made of
// the same stays. Without arguments it runs on a member of a published programme.
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
	exitFail  = 1 // nothing usable, wrong rows, findings of severity error under -lint, a file that cannot be read or written
	exitFlags = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	opt, err := parseFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help())
		return exitDone
	case err != nil:
		fmt.Fprintf(stderr, "statement: %s\nrun with -help for all flags\n", explain(err))
		return exitFlags
	}
	do := state
	if opt.lint {
		do = lint
	}
	if err := do(opt, stdout); err != nil {
		fmt.Fprintf(stderr, "statement: %s\n", explain(err))
		return exitFail
	}
	return exitDone
}

// state writes the statement.
func state(opt *options, stdout io.Writer) error {
	in, err := read(opt)
	if err != nil {
		return err
	}
	r, err := analyse(opt, in)
	if err != nil {
		return err
	}
	s := newSheet(r, opt.lang)
	if opt.html != "" {
		if err := writePage(opt.html, s); err != nil {
			return err
		}
	}
	if opt.json {
		return printJSON(stdout, r)
	}
	if err := s.print(stdout); err != nil || opt.html == "" {
		return err
	}
	path, err := filepath.Abs(opt.html)
	if err == nil {
		fmt.Fprintf(stdout, "\n%s\n", opt.lang.Say("written to %s", path))
	}
	return err
}
