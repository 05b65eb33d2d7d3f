package satisfaction

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// Summary counts the answers to a form: how often each code was given to each item, the sums of the products of the
// codes of every two items, and the counts of each item's codes among those who left another item out. From it come
// means, variances, covariances, reliabilities, weights and drivers, with or without blanks.
//
// All of it is integers, so any order, split or merge of the same rows, by any number of workers, gives the same
// summary. It is not safe for concurrent use; [Summary.AddRows] itself may use several workers.
type Summary struct {
	form  *Form
	rows  int64
	codes int     // highest code + 1
	count []int64 // by item and slot: the codes, then the reasons after Blank
	cross []int64 // by two items, both ways: sum of the products of their codes
	gaps  []int64 // by item j left out, item i and code of i (0: also left out): number of rows
}

// reasonSlots is how many reasons have a slot of their own after the codes; Blank is code 0.
const reasonSlots = 3

// NewSummary returns a summary of no answers.
func NewSummary(form *Form) *Summary {
	n, codes := form.Len(), int(form.top)+1
	return &Summary{
		form: form, codes: codes,
		count: make([]int64, n*(codes+reasonSlots)), cross: make([]int64, n*n), gaps: make([]int64, n*n*codes),
	}
}

// errZeroSummary is returned by the methods of a Summary that NewSummary did not make.
var errZeroSummary = errors.New("satisfaction: zero Summary; use NewSummary")

// Add counts one row of answers.
//
// Errors: a [*hotelcrm.RowError] that wraps [ErrRow] or [ErrAnswer]; the summary is then unchanged.
// Cost: O(items²), no allocation.
func (s *Summary) Add(row []Answer) error {
	if s.form == nil {
		return errZeroSummary
	}
	if len(row) != s.form.Len() {
		return &hotelcrm.RowError{Field: "row", Value: fmt.Sprint(len(row)), Err: fmt.Errorf("%w: want %d", ErrRow, s.form.Len())}
	}
	if err := s.form.check(row); err != nil {
		return err
	}
	s.rows++
	n := len(row)
	for i, a := range row {
		s.count[i*(s.codes+reasonSlots)+s.slot(a)]++
		if !a.Given() {
			s.addGap(i, row)
			continue
		}
		for j, b := range row {
			s.cross[i*n+j] += int64(a) * int64(b&MaxCode)
		}
	}
	return nil
}

// addGap counts the row's answers beside item j, which it left out.
func (s *Summary) addGap(j int, row []Answer) {
	codes := s.codes
	gaps := s.gaps[j*len(row)*codes : (j+1)*len(row)*codes]
	at := 0
	for _, a := range row {
		gaps[at+int(a&MaxCode)]++
		at += codes
	}
}

// slot returns where a code or reason is counted.
func (s *Summary) slot(a Answer) int {
	if a <= MaxCode {
		return int(a)
	}
	return s.codes - 1 + int(a>>6)
}

// Merge adds the rows of another summary, which is not changed.
//
// Errors: [ErrMismatch] unless both forms ask the same items on the same scales.
func (s *Summary) Merge(other *Summary) error {
	if s.form == nil || other == nil || other.form == nil {
		return errZeroSummary
	}
	if !s.form.same(other.form) {
		return ErrMismatch
	}
	s.rows += other.rows
	addAll(s.count, other.count)
	addAll(s.cross, other.cross)
	addAll(s.gaps, other.gaps)
	return nil
}

func addAll(to, from []int64) {
	for i, v := range from {
		to[i] += v
	}
}

// Form returns the form, nil for the zero Summary.
func (s *Summary) Form() *Form { return s.form }

// Rows returns the number of rows counted.
func (s *Summary) Rows() int64 { return s.rows }

// Count returns how many rows answered item i by a code, or left it out for a reason.
func (s *Summary) Count(i int, a Answer) int64 {
	if a <= MaxCode && int(a) >= s.codes || a > MaxCode && a&MaxCode != 0 {
		return 0
	}
	return s.count[i*(s.codes+reasonSlots)+s.slot(a)]
}

// Answered returns how many rows answered item i.
func (s *Summary) Answered(i int) int64 { return s.AnsweredBoth(i, i) }

// AnsweredBoth returns how many rows answered item i and item j.
func (s *Summary) AnsweredBoth(i, j int) int64 {
	return s.over(i, j, func(int64) int64 { return 1 })
}

// Sum returns the sum of the codes of item i over the rows that answered item j as well; over all its rows if j = i.
func (s *Summary) Sum(i, j int) int64 {
	return s.over(i, j, func(code int64) int64 { return code })
}

// Squares returns the sum of the squared codes of item i over the rows that answered item j as well.
func (s *Summary) Squares(i, j int) int64 {
	return s.over(i, j, func(code int64) int64 { return code * code })
}

// over sums a function of the codes of item i over the rows that answered both items.
func (s *Summary) over(i, j int, of func(int64) int64) int64 {
	n := s.form.Len()
	count, gap := s.count[i*(s.codes+reasonSlots):], s.gaps[(j*n+i)*s.codes:]
	var sum int64
	for code := 1; code < s.codes; code++ {
		sum += of(int64(code)) * (count[code] - gap[code])
	}
	return sum
}

// Cross returns the sum of the products of the codes of two items over the rows that answered both.
func (s *Summary) Cross(i, j int) int64 { return s.cross[i*s.form.Len()+j] }
