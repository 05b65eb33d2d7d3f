package main

import (
	"errors"
	"regexp"
	"strings"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// named puts the name of a file before each of the errors that were joined.
func named(file string, err error) error {
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

func (e *fileError) Error() string { return e.file + ": " + plain(e.err) }

func (e *fileError) Unwrap() error { return e.err }

// each returns the errors that were joined, or the error itself.
func each(err error) []error {
	if err == nil {
		return nil
	}
	list, joined := err.(interface{ Unwrap() []error })
	if !joined {
		return []error{err}
	}
	var out []error
	for _, one := range list.Unwrap() {
		out = append(out, each(one)...)
	}
	return out
}

// origin is the package that an error comes from, of no interest to whoever runs the command.
var origin = regexp.MustCompile(`(^| )(?:hotelcrm|satisfaction|weight|json): `)

// scaleID is how the library names the scale of an answer that is not on it: by an id that the user of the command never
// wrote. What may be answered follows.
var scaleID = regexp.MustCompile(`: not an answer on the scale: .*?; want `)

// plain writes an error without the packages it comes from, and without the ids of scales.
func plain(err error) string {
	text := err.Error()
	if _, ok := err.(*fileError); ok { // which is plain already, but for what a file may be called
		return text
	}
	text = origin.ReplaceAllString(text, "$1")
	if errors.Is(err, satisfaction.ErrAnswer) {
		text = scaleID.ReplaceAllString(text, ": not on the scale; want ")
	}
	return text
}

// explain writes an error for people, an error a line.
func explain(err error) string {
	var lines []string
	for _, one := range each(err) {
		lines = append(lines, plain(one))
	}
	return strings.Join(lines, "\n       ")
}
