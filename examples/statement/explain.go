package main

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// inFile puts the name of a file before an error, nil for none.
func inFile(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, err)
}

// origin is the package that an error comes from, of no interest to whoever runs the command.
var origin = regexp.MustCompile(`(^| )(?:hotelcrm|loyalty): `)

// explain writes an error for people, an error a line.
func explain(err error) string {
	return strings.ReplaceAll(origin.ReplaceAllString(err.Error(), "$1"), "\n", "\n           ")
}

// join joins at most so many errors, and says how many more there were.
func join(errs []error) error {
	if more := len(errs) - maxErrors; more > 0 {
		errs = append(errs[:maxErrors:maxErrors], fmt.Errorf("and %d more", more))
	}
	return errors.Join(errs...)
}

// maxErrors bounds what is said about one file.
const maxErrors = 100
