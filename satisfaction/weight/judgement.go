package weight

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Judgements are one expert's pairwise comparisons: how many times as important the row is as the column. They may be
// incomplete. [NewJudgements] makes them, [Judgements.Set] fills them; after that they are safe for concurrent use.
type Judgements struct {
	names []string
	limit int64
	upper []Ratio // the upper triangle, row by row; the zero Ratio where nothing was compared
}

const (
	maxNames     = 100
	defaultLimit = 9
)

// NewJudgements returns comparisons of the things named, none of them made yet.
//
// Input: 1 to 100 names, none empty, none twice. The limit is the largest ratio allowed, in [2, 1e6]; 0 stands for 9.
// Errors: a [*hotelcrm.ParamError].
func NewJudgements(names []string, limit int64) (*Judgements, error) {
	if err := checkNames(names); err != nil {
		return nil, err
	}
	if limit == 0 {
		limit = defaultLimit
	}
	if limit < 2 || limit > 1_000_000 {
		return nil, refuse.Param("limit", fmt.Sprint(limit), "2 to 1000000, or 0 for 9")
	}
	n := len(names)
	return &Judgements{names: slices.Clone(names), limit: limit, upper: make([]Ratio, n*(n-1)/2)}, nil
}

func checkNames(names []string) error {
	if len(names) < 1 || len(names) > maxNames {
		return refuse.Param("names", fmt.Sprint(len(names)), fmt.Sprintf("1 to %d names", maxNames))
	}
	seen := map[string]bool{}
	for _, name := range names {
		if name == "" || seen[name] {
			return refuse.Param("names", name, "different names, none empty")
		}
		seen[name] = true
	}
	return nil
}

// Set notes that the row is ratio times as important as the column. Either half of the matrix may be given, or both
// halves if they fit. The zero Ratio leaves the pair as it is.
//
// Errors: a [*hotelcrm.ParamError] for a row or column outside [0, n); a [*PairError] for a ratio that is not positive,
// beyond the limit, another than 1 on the diagonal, or different from what was set before.
func (j *Judgements) Set(row, column int, ratio Ratio) error {
	for _, i := range [2]int{row, column} {
		if i < 0 || i >= len(j.names) {
			return refuse.Param("row, column", fmt.Sprint(i), fmt.Sprintf("0 to %d", len(j.names)-1))
		}
	}
	switch {
	case ratio.missing():
		return nil
	case !ratio.valid():
		return j.wrong(row, column, fmt.Sprintf("%d/%d", ratio.Num, ratio.Den), ErrNotPositive)
	case !ratio.within(j.limit):
		return j.wrong(row, column, ratio.String(), fmt.Errorf("%w, %d", ErrBeyondLimit, j.limit))
	case row == column:
		if !ratio.equal(Ratio{1, 1}) {
			return j.wrong(row, column, ratio.String(), ErrItself)
		}
		return nil
	}
	if old, ok := j.At(row, column); ok && !old.equal(ratio) {
		return j.wrong(row, column, ratio.String(), fmt.Errorf("%w: before it was %s", ErrContradiction, old))
	}
	if row > column {
		row, column, ratio = column, row, ratio.Inverse()
	}
	j.upper[j.place(row, column)] = ratio.reduced()
	return nil
}

func (j *Judgements) wrong(row, column int, value string, err error) *PairError {
	return &PairError{Row: j.names[row], Column: j.names[column], Value: value, Err: err}
}

// place returns where the upper triangle holds a pair, row < column.
func (j *Judgements) place(row, column int) int {
	return row*(2*len(j.names)-row-1)/2 + column - row - 1
}

// pairs yields the pairs of the upper triangle, row by row.
func pairs(n int) func(yield func(row, column int) bool) {
	return func(yield func(row, column int) bool) {
		for row := range n {
			for column := row + 1; column < n; column++ {
				if !yield(row, column) {
					return
				}
			}
		}
	}
}

// At returns how many times as important the row is as the column, and false if nobody compared them. Rows and columns
// outside the matrix were not compared.
func (j *Judgements) At(row, column int) (Ratio, bool) {
	var r Ratio
	switch {
	case min(row, column) < 0 || max(row, column) >= len(j.names):
		return r, false
	case row == column:
		return Ratio{1, 1}, true
	case row < column:
		r = j.upper[j.place(row, column)]
	default:
		r = j.upper[j.place(column, row)].Inverse()
	}
	return r, !r.missing()
}

// Names returns a copy of the names.
func (j *Judgements) Names() []string { return slices.Clone(j.names) }

// Limit returns the largest ratio allowed.
func (j *Judgements) Limit() int64 { return j.limit }

// Missing returns how many pairs were not compared.
func (j *Judgements) Missing() int {
	missing := 0
	for _, r := range j.upper {
		if r.missing() {
			missing++
		}
	}
	return missing
}

// Validate returns a [*PairError] that names two things which no chain of comparisons links, else nil.
func (j *Judgements) Validate() error {
	if row, column, ok := j.matrix().unlinked(); ok {
		return j.wrong(row, column, "", ErrUnlinked)
	}
	return nil
}

// consistent reports whether all comparisons are made and every chain of two is exactly the third.
func (j *Judgements) consistent() bool {
	for row, column := range pairs(len(j.names)) {
		direct, ok := j.At(row, column)
		if !ok {
			return false
		}
		for through := row + 1; through < column; through++ {
			first, ok1 := j.At(row, through)
			second, ok2 := j.At(through, column)
			if !ok1 || !ok2 || !first.chains(second, direct) {
				return false
			}
		}
	}
	return true
}
