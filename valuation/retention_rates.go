package valuation

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// RetentionRate returns the part of the guests of the start who are still there at the end, (end - gained) / start.
// Its [Proportion.Complement] is the churn rate.
//
// Input: start at least 1, gained those who joined in between, end those there at the end; level as in
// [NewProportion].
// Errors: a [*hotelcrm.ParamError], also if more guests would have stayed than there were.
func RetentionRate(start, gained, end int, level float64) (Proportion, error) {
	switch {
	case start < 1:
		return Proportion{}, refuse.Param("start", strconv.Itoa(start), "1 or more")
	case gained < 0:
		return Proportion{}, refuse.Param("gained", strconv.Itoa(gained), "0 or more")
	case end < gained || end-gained > start:
		return Proportion{}, refuse.Param("end", strconv.Itoa(end), fmt.Sprintf("%d to %d", gained, gained+start))
	}
	return NewProportion(end-gained, start, level)
}

// RepeatRate returns the part of the guests with a visit who have more than one.
//
// It sees no dates, so every visit counts as an occasion of its own. Where two visits may begin on one date, as two
// rooms that the policy does not join, use [RepeatRateByDate].
//
// Input: guest g has offsets[g+1] - offsets[g] visits; level as in [NewProportion].
// Errors: a [*hotelcrm.ParamError] if offsets do not rise from 0 or nobody has a visit.
func RepeatRate(offsets []int, level float64) (Proportion, error) {
	if len(offsets) == 0 || offsets[0] != 0 {
		return Proportion{}, refuse.Param("offsets", plural.Of(len(offsets), "entry", "entries"), "one entry more than guests, from 0")
	}
	visited, returned := 0, 0
	for g := range len(offsets) - 1 {
		switch visits := offsets[g+1] - offsets[g]; {
		case visits < 0:
			return Proportion{}, refuse.Param(fmt.Sprintf("offsets[%d]", g+1), strconv.Itoa(offsets[g+1]), fmt.Sprintf("%d or more", offsets[g]))
		case visits > 1:
			returned++
			fallthrough
		case visits == 1:
			visited++
		}
	}
	return NewProportion(returned, visited, level)
}

// RepeatRateByDate returns the part of the guests with a visit who came again on a later date. Visits that begin on one
// date are one occasion, as for [ReturnSpells].
//
// Input: guest g has the arrivals from offsets[g] up to, but not including, offsets[g+1], earliest first; level as in
// [NewProportion].
// Errors: a [*hotelcrm.ParamError] for wrong offsets or level, or if nobody has a visit; a [*hotelcrm.RowError] for
// each of the first [hotelcrm.MaxRowErrors] arrivals that are no day or before the one above.
// Cost: O(arrivals).
func RepeatRateByDate(offsets []int, arrivals []hotelcrm.Date, level float64) (Proportion, error) {
	if err := checkVisits(offsets, arrivals); err != nil {
		return Proportion{}, err
	}
	visited, returned := 0, 0
	for g := range len(offsets) - 1 {
		visits := arrivals[offsets[g]:offsets[g+1]]
		if len(visits) == 0 {
			continue
		}
		visited++
		if visits[len(visits)-1] > visits[0] {
			returned++
		}
	}
	return NewProportion(returned, visited, level)
}

// ChurnPer returns the churn rate of one period as that of another: of monthly churn c, a year loses 1 - (1-c)¹².
//
// It takes for granted that the rate stays the same. The number is rounded once, by rounding.
//
// Input: churn in [0, 1], with at most 30 decimal places.
// Errors: a [*hotelcrm.ParamError].
func ChurnPer(churn decimal.Decimal, from, to Period, rounding hotelcrm.RoundTo) (decimal.Decimal, error) {
	if err := checkUnit("churn", churn); err != nil {
		return decimal.Decimal{}, err
	}
	if err := rounding.Validate(); err != nil {
		return decimal.Decimal{}, err
	}
	if err := from.check("from"); err != nil {
		return decimal.Decimal{}, err
	}
	if err := to.check("to"); err != nil {
		return decimal.Decimal{}, err
	}
	one := big.NewRat(1, 1)
	if churn.Equal(decimal.NewFromInt(1)) {
		return rounding.Rat(one), nil
	}
	kept, err := Effective(churn.Neg(), from)
	if err != nil {
		return decimal.Decimal{}, refuse.Param("churn", churn.String(), "0 to 1, at most 30 decimal places, a yearly loss of less than all but e^-100")
	}
	if exact := kept.growthExact(to); exact != nil {
		return rounding.Rat(one.Sub(one, exact)), nil
	}
	left := kept.growth(to)
	out, _ := roundNear(rounding, left.Sub(near(one), left))
	return out, nil
}

// MeanLife returns how many periods a guest stays on average if each period loses the part churn: 1/churn. The period
// of leaving is counted.
//
// Input: churn in (0, 1]. The number is rounded once, by rounding.
// Errors: a [*hotelcrm.ParamError]; without churn there is no mean.
func MeanLife(churn decimal.Decimal, rounding hotelcrm.RoundTo) (decimal.Decimal, error) {
	if err := checkUnit("churn", churn); err != nil {
		return decimal.Decimal{}, err
	}
	if churn.IsZero() {
		return decimal.Decimal{}, refuse.Param("churn", churn.String(), "above 0, at most 1")
	}
	if err := rounding.Validate(); err != nil {
		return decimal.Decimal{}, err
	}
	return rounding.Rat(new(big.Rat).Inv(churn.Rat())), nil
}
