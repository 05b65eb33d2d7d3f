package weight

import (
	"errors"
	"fmt"
)

// What can be wrong with a comparison, wrapped by [PairError].
var (
	// ErrNotPositive: a ratio is 0, negative or no number.
	ErrNotPositive = errors.New("a ratio must be an integer, a fraction or a decimal number above 0")
	// ErrBeyondLimit: a ratio is above the limit or below its reciprocal.
	ErrBeyondLimit = errors.New("beyond the limit of the scale")
	// ErrContradiction: a pair was compared twice with different ratios.
	ErrContradiction = errors.New("compared twice with different ratios")
	// ErrNotReciprocal: the two halves of a matrix do not fit each other.
	ErrNotReciprocal = errors.New("the ratio the other way round is not its reciprocal")
	// ErrItself: something compared with itself is not 1.
	ErrItself = errors.New("compared with itself must be 1")
	// ErrUnlinked: no chain of comparisons leads from one to the other, so their weights cannot be compared.
	ErrUnlinked = errors.New("no chain of comparisons links them")
	// ErrMissing: the method needs every comparison.
	ErrMissing = errors.New("not compared, and the method needs every comparison")
)

// ErrNoConvergence is returned where an iteration did not settle within its cap.
var ErrNoConvergence = errors.New("weight: no convergence")

// PairError says what is wrong with the comparison of two things.
type PairError struct {
	Row, Column string // their names
	Value       string // what was given, row over column; empty if nothing
	Err         error  // one of the errors above
}

// Error returns the pair, its value and what is wrong in one line.
func (e *PairError) Error() string {
	if e.Value == "" {
		return fmt.Sprintf("weight: %q and %q: %v", e.Row, e.Column, e.Err)
	}
	return fmt.Sprintf("weight: %q over %q = %s: %v", e.Row, e.Column, e.Value, e.Err)
}

// Unwrap returns Err.
func (e *PairError) Unwrap() error { return e.Err }
