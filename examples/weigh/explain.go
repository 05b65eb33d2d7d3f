package main

import (
	"errors"
	"regexp"
	"strings"
)

// named puts the name of a file before each of the errors that were joined.
func named(file string, err error) error {
	if err == nil {
		return nil
	}
	var list []error
	for _, one := range each(err) {
		list = append(list, &fileError{file, one})
	}
	return errors.Join(list...)
}

// fileError is an error in a file.
type fileError struct {
	file string
	err  error
}

func (e *fileError) Error() string { return e.file + ": " + e.err.Error() }

func (e *fileError) Unwrap() error { return e.err }

// each returns the errors that were joined, or the error itself.
func each(err error) []error {
	if list, ok := err.(interface{ Unwrap() []error }); ok {
		return list.Unwrap()
	}
	return []error{err}
}

// origin is the package that an error comes from, of no interest to whoever runs the command.
var origin = regexp.MustCompile(`\b(hotelcrm|satisfaction|weight|json): `)

// explain writes an error for people, an error a line.
func explain(err error) string {
	var lines []string
	for _, one := range each(err) {
		lines = append(lines, origin.ReplaceAllString(one.Error(), ""))
	}
	return strings.Join(lines, "\n       ")
}
