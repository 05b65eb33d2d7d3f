package btyd

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Renewals counts what guests under contract did at each renewal that was watched: entry t-1 is renewal t. It is all the
// shifted-beta-geometric model needs to know of them, whatever the years they joined in.
type Renewals struct {
	Unit    valuation.Period `json:"unit"`
	Renewed []int64          `json:"renewed"`
	Left    []int64          `json:"left"` // as long as Renewed
}

// RenewalsOf returns the counts of one group of guests that joined together, of whom survivors[t] were there after
// renewal t; survivors[0] is how many joined.
//
// Errors: a [*hotelcrm.ParamError] for fewer than two entries, or an entry that is negative or above the one before it.
func RenewalsOf(unit valuation.Period, survivors []int64) (Renewals, error) {
	if len(survivors) < 2 || len(survivors) > maxOccasions {
		return Renewals{}, refuse.Param("survivors", plural.Of(len(survivors), "entry", "entries"), fmt.Sprintf("2 to %d entries", maxOccasions))
	}
	out := Renewals{Unit: unit}
	for t, n := range survivors {
		if n < 0 || n > maxInCells || t > 0 && n > survivors[t-1] {
			return Renewals{}, refuse.Param(fmt.Sprintf("survivors[%d]", t), strconv.FormatInt(n, 10), "0 or more, and no more than the entry before")
		}
		if t > 0 {
			out.Renewed, out.Left = append(out.Renewed, n), append(out.Left, survivors[t-1]-n)
		}
	}
	return out, out.Validate()
}

// RenewalsOfSpells returns the counts of guests under contract, each with how many periods they stayed: a spell that
// ended at length 3 is two renewals and a leaving.
//
// Input: spells that ended have a length of 1 or more; a spell watched for no renewal counts for nothing.
// Errors: a [*hotelcrm.ParamError] for an unset unit; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] lengths out of range.
func RenewalsOfSpells(unit valuation.Period, spells []valuation.Spell) (Renewals, error) {
	if err := checkSpells(spells); err != nil {
		return Renewals{}, err
	}
	longest := 0
	for _, s := range spells {
		longest = max(longest, s.Length)
	}
	out := Renewals{Unit: unit, Renewed: make([]int64, longest), Left: make([]int64, longest)}
	for _, s := range spells {
		renewed := s.Length
		if s.Ended {
			renewed--
			out.Left[renewed]++
		}
		if renewed > 0 {
			out.Renewed[renewed-1]++
		}
	}
	for i := longest - 2; i >= 0; i-- {
		out.Renewed[i] += out.Renewed[i+1]
	}
	return out, out.Validate()
}

func checkSpells(spells []valuation.Spell) error {
	var errs []error
	for i, s := range spells {
		if s.Length < 0 || s.Length > maxOccasions || s.Ended && s.Length == 0 {
			errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: "Length", Value: strconv.Itoa(s.Length), Err: fmt.Errorf("want 0 to %d, 1 or more if the spell ended", maxOccasions)})
		}
		if len(errs) == hotelcrm.MaxRowErrors {
			break
		}
	}
	return errors.Join(errs...)
}

// Merge returns the counts of the guests of both. Neither is changed.
//
// Input: no guest in both.
// Errors: a [*hotelcrm.ParamError] for different units.
func (r Renewals) Merge(other Renewals) (Renewals, error) {
	if r.Unit != other.Unit {
		return Renewals{}, refuse.Param("Renewals.Unit", other.Unit.String(), "the same, "+r.Unit.String())
	}
	out := Renewals{Unit: r.Unit, Renewed: addCounts(r.Renewed, other.Renewed), Left: addCounts(r.Left, other.Left)}
	return out, out.Validate()
}

func addCounts(a, b []int64) []int64 {
	if len(a) < len(b) {
		a, b = b, a
	}
	out := slices.Clone(a)
	for i, n := range b {
		out[i] += n
	}
	return out
}

// Validate returns a [*hotelcrm.ParamError] for counts that cannot be, else nil.
func (r Renewals) Validate() error {
	if err := checkUnit(r.Unit); err != nil {
		return err
	}
	if len(r.Renewed) != len(r.Left) || len(r.Left) > maxOccasions {
		return refuse.Param("Renewals.Left", plural.Of(len(r.Left), "entry", "entries"), fmt.Sprintf("as many as Renewed, at most %d", maxOccasions))
	}
	for i := range r.Left {
		for _, n := range []int64{r.Renewed[i], r.Left[i]} {
			if n < 0 || n > maxInCells {
				return refuse.Param(fmt.Sprintf("Renewals[%d]", i), strconv.FormatInt(n, 10), "0 or more")
			}
		}
	}
	return nil
}

// Guests returns how many guests the counts speak of: those at the first renewal and, of later ones, those who were not
// seen at the one before.
func (r Renewals) Guests() int64 {
	guests, before := int64(0), int64(0)
	for i := range r.Left {
		now := r.Renewed[i] + r.Left[i]
		guests += max(0, now-before)
		before = r.Renewed[i]
	}
	return guests
}

// LogLikelihood returns the log-likelihood of the counts.
//
//	Σ renewed(t)·ln r(t) + left(t)·ln(1-r(t))
func (m SBG) LogLikelihood(r Renewals) float64 {
	var sum float64
	for i := range r.Left {
		past := m.Beta + float64(i)
		all := math.Log(m.Alpha + past)
		sum += float64(r.Renewed[i])*(math.Log(past)-all) + float64(r.Left[i])*(math.Log(m.Alpha)-all)
	}
	return sum
}
