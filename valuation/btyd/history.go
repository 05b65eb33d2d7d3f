package btyd

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// History is one guest's repeat visits, in a unit of time that is stated beside it. The first visit is the start and not
// counted.
type History struct {
	X  int     `json:"x"`  // repeat visits
	Tx float64 `json:"tx"` // from the first visit to the last, 0 if and only if X is 0
	T  float64 `json:"t"`  // from the first visit to the end of watching
}

const (
	maxRepeats = 100_000
	minTime    = 1e-9 // a guest known for less is known for 0
	maxTime    = 1e9
)

// Validate returns a [*hotelcrm.RowError] without a row that names the first field out of range, else nil.
//
// Input: X in [0, 100000]; 0 ≤ Tx ≤ T; Tx of 0 if and only if X is 0; times of 0 or in [1e-9, 1e9].
func (h History) Validate() error {
	switch {
	case h.X < 0 || h.X > maxRepeats:
		return h.wrong("X", h.X, fmt.Sprintf("0 to %d", maxRepeats))
	case !validAge(h.T):
		return h.wrong("T", h.T, "0, or 1e-9 to 1e9")
	case !(validAge(h.Tx) && h.Tx <= h.T):
		return h.wrong("Tx", h.Tx, "0, or 1e-9 to T")
	case (h.X == 0) != (h.Tx == 0):
		return h.wrong("Tx", h.Tx, "0 if and only if X is 0: merge visits of the first day")
	}
	return nil
}

func (h History) wrong(field string, value any, allowed string) error {
	return &hotelcrm.RowError{Field: field, Value: fmt.Sprint(value), Err: errors.New("want " + allowed)}
}

// valid is Validate without its words, for hot paths.
func (h History) valid() bool {
	return h.X >= 0 && h.X <= maxRepeats && validAge(h.T) && validAge(h.Tx) && h.Tx <= h.T && (h.X == 0) == (h.Tx == 0)
}

// validAge reports whether t is a time that histories may have.
func validAge(t float64) bool { return t == 0 || t >= minTime && t <= maxTime }

// validTime reports whether t is a stretch of time that models accept.
func validTime(t float64) bool { return t >= 0 && t <= maxTime }
