// Package choice reads and writes the values of package enum as text, and refuses others as a parameter.
package choice

import (
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Parse returns the value that text names, which may not be empty.
//
// Errors: a [refuse.Param] that lists the names.
func Parse[T ~uint8](names enum.Names, param, text string) (T, error) {
	return enum.Parse[T](names, param, text, refuse.Param)
}

// Marshal returns the name of v, empty for the zero value.
//
// Errors: a [refuse.Param] for a value without a name.
func Marshal[T ~uint8](names enum.Names, param string, v T) ([]byte, error) {
	return enum.Marshal(names, param, v, refuse.Param)
}

// Unmarshal reads a name; the empty text is the zero value.
//
// Errors: a [refuse.Param] that lists the names.
func Unmarshal[T ~uint8](names enum.Names, param string, text []byte, to *T) error {
	return enum.Unmarshal(names, param, text, to, refuse.Param)
}

// Default sets v to standard where it is unset.
//
// Errors: a [refuse.Param] for a value without a name.
func Default[T ~uint8](names enum.Names, param string, v *T, standard T) error {
	if *v == 0 {
		*v = standard
	}
	_, err := Marshal(names, param, *v)
	return err
}
