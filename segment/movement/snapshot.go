package movement

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/badrows"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Snapshot says which class of a plan each guest was in on one day.
type Snapshot struct {
	Plan     string        `json:"plan"`
	Revision int           `json:"revision"` // of the plan
	AsOf     hotelcrm.Date `json:"asOf"`
	Classes  []string      `json:"classes"` // ids, in the order of the plan; 1 to 65,535, no two alike
	Guests   []string      `json:"guests"`  // rising by bytes, no two alike
	Codes    []uint16      `json:"codes"`   // of each guest: k for Classes[k-1], 0 for no class
	Reasons  []string      `json:"reasons,omitempty"`
}

// maxClasses is the largest code.
const maxClasses = 65_535

// Validate returns what is wrong with the snapshot, else nil.
//
// Errors: a [*hotelcrm.ParamError] for the first field out of range; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] guests that are empty or out of order, and codes without a class.
// Cost: O(guests).
func (s Snapshot) Validate() error {
	switch {
	case s.Plan == "":
		return refuse.Param("Snapshot.Plan", s.Plan, "not empty")
	case s.AsOf < hotelcrm.MinDate || s.AsOf > hotelcrm.MaxDate:
		return refuse.Param("Snapshot.AsOf", s.AsOf.String(), "a day of the calendar")
	case len(s.Codes) != len(s.Guests):
		return refuse.Param("Snapshot.Codes", plural.Of(len(s.Codes), "code", "codes"), "one for each of "+plural.Of(len(s.Guests), "guest", "guests"))
	case s.Reasons != nil && len(s.Reasons) != len(s.Guests):
		return refuse.Param("Snapshot.Reasons", plural.Of(len(s.Reasons), "reason", "reasons"), "none, or one for each of "+plural.Of(len(s.Guests), "guest", "guests"))
	}
	if err := checkClasses("Snapshot.Classes", s.Classes, maxClasses); err != nil {
		return err
	}
	return s.checkGuests()
}

func checkClasses(param string, classes []string, most int) error {
	if len(classes) == 0 || len(classes) > most {
		return refuse.Param(param, fmt.Sprintf("%d classes", len(classes)), fmt.Sprintf("1 to %d", most))
	}
	seen := make(map[string]bool, len(classes))
	for i, class := range classes {
		if class == "" || seen[class] {
			return refuse.Param(fmt.Sprintf("%s[%d]", param, i), class, "not empty, no two alike")
		}
		seen[class] = true
	}
	return nil
}

func (s Snapshot) checkGuests() error {
	var bad badrows.List
	for i, guest := range s.Guests {
		more := true
		switch {
		case guest == "" || i > 0 && guest <= s.Guests[i-1]: // ids may be personal data and stay out of the text
			more = bad.Add(i+1, "guest", "", "guests that are not empty, rising, no two alike")
		case int(s.Codes[i]) > len(s.Classes):
			more = bad.Add(i+1, "code", s.Codes[i], fmt.Sprintf("0 to %d", len(s.Classes)))
		}
		if !more {
			break
		}
	}
	return bad.Join()
}

// NewSnapshot returns a snapshot of guests in any order. The reasons may be nil.
//
// Errors: as [Snapshot.Validate], rows by the order given.
// Cost: O(n log n).
func NewSnapshot(plan string, revision int, asOf hotelcrm.Date, classes, guests []string, codes []uint16, reasons []string) (Snapshot, error) {
	in := Snapshot{Plan: plan, Revision: revision, AsOf: asOf, Classes: slices.Clone(classes), Guests: guests, Codes: codes, Reasons: reasons}
	if len(codes) != len(guests) || reasons != nil && len(reasons) != len(guests) {
		return Snapshot{}, in.Validate()
	}
	rows := make([]int, len(guests))
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(i, j int) int { return strings.Compare(guests[i], guests[j]) })
	in.Guests, in.Codes, in.Reasons = make([]string, len(rows)), make([]uint16, len(rows)), nil
	if reasons != nil {
		in.Reasons = make([]string, len(rows))
	}
	for to, from := range rows {
		in.Guests[to], in.Codes[to] = guests[from], codes[from]
		if reasons != nil {
			in.Reasons[to] = reasons[from]
		}
	}
	if err := in.Validate(); err != nil {
		return Snapshot{}, givenRows(err, rows)
	}
	return in, nil
}

// givenRows puts the rows as they were given in place of the sorted ones.
func givenRows(err error, rows []int) error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	list := joined.Unwrap()
	for _, one := range list {
		if row, ok := errors.AsType[*hotelcrm.RowError](one); ok {
			row.Row = rows[row.Row-1] + 1
		}
	}
	return err
}

// Class returns the class of a guest, and false for a guest who is in none.
//
// Cost: O(log guests), no allocation.
func (s Snapshot) Class(guest string) (string, bool) {
	i, ok := slices.BinarySearch(s.Guests, guest)
	if !ok || s.Codes[i] == 0 {
		return "", false
	}
	return s.Classes[s.Codes[i]-1], true
}

// Sizes returns how many guests are in each class.
func (s Snapshot) Sizes() []int64 {
	sizes := make([]int64, len(s.Classes))
	for _, code := range s.Codes {
		if code > 0 && int(code) <= len(sizes) {
			sizes[code-1]++
		}
	}
	return sizes
}

func (s Snapshot) reason(i int) string {
	if s.Reasons == nil {
		return ""
	}
	return s.Reasons[i]
}

// class returns the id of a code, empty for none.
func (s Snapshot) class(code uint16) string {
	if code == 0 {
		return ""
	}
	return s.Classes[code-1]
}
