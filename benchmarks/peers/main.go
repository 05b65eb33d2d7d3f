// Command peers does with hotelcrm the jobs that the scripts beside it do with other programs, so that both can be
// measured on the same files. See run.sh.
package main

import (
	"errors"
	"fmt"
	"os"
)

// jobs are the commands, each with its arguments.
var jobs = map[string]func(args []string) error{
	"data":   data,   // a folder to write to, and the CDNOW file if there is one
	"rfm":    scores, // stays.csv, guests.csv to write
	"tree":   trees,  // a guest table, preset
	"groups": groups, // guests.csv
	"alive":  alive,  // visits.csv
	"survey": survey, // answers.csv
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 || jobs[args[0]] == nil {
		return errors.New("usage: peers data|rfm|tree|groups|alive|survey FILE ...; see run.sh")
	}
	return jobs[args[0]](args[1:])
}
