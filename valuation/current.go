package valuation

import (
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// CurrentValue returns what a guest is worth over the horizon if the present pattern stays as it is.
//
//	CCV = Σ r·p / (1+d)^t,  t = 1..n
//
// Input: r the mean profit per stay, which may be negative; p the expected stays in each period of c.Horizon.Period; an
// unset timing is EndOfPeriod.
// Errors: those of [Annuity], and a [*hotelcrm.ParamError] for negative stays.
// Source: Gong (2009), formula 3.3; other timings are those of [Annuity].
func CurrentValue(profitPerStay, stays decimal.Decimal, c Convention) (PresentValue, error) {
	if err := checkDecimal("profitPerStay", profitPerStay); err != nil {
		return PresentValue{}, err
	}
	if err := checkDecimal("stays", stays); err != nil {
		return PresentValue{}, err
	}
	if stays.IsNegative() {
		return PresentValue{}, refuse.Param("stays", stays.String(), "0 or more")
	}
	return annuity(Payments{Amount: profitPerStay.Mul(stays), Retention: decimal.NewFromInt(1)}, c)
}

// CurrentSetup says how current values are computed.
type CurrentSetup struct {
	Pace       Pace       `json:"pace"`       // the expected stays
	Convention Convention `json:"convention"` // the zero Horizon is 3 years, an unset timing EndOfPeriod; Rounding.Places in [0, 6]; not infinite

	// Workers is how many goroutines may work at once. It never changes a result. 0: as many as on the summaries.
	Workers int `json:"-"`
}

const defaultYears = 3

func (s CurrentSetup) resolved() (CurrentSetup, error) {
	if s.Convention.Horizon == (Horizon{}) {
		s.Convention.Horizon = Horizon{N: defaultYears, Period: Year}
	}
	var err error
	if s.Convention, err = s.Convention.resolved(EndOfPeriod); err != nil {
		return s, err
	}
	if s.Convention.Infinite {
		return s, refuse.Param("Convention.Infinite", "true", "false: the present pattern holds for a few years at most")
	}
	if err := checkColumn(s.Convention.Rounding); err != nil {
		return s, err
	}
	if s.Pace, err = s.Pace.resolved(); err != nil {
		return s, err
	}
	return s, share.Check("CurrentSetup.Workers", s.Workers, refuse.Param)
}

// Current is what each guest is worth over the horizon, in the order of the summaries. It is immutable and safe for
// concurrent use.
type Current struct {
	historic *Historic
	setup    CurrentSetup
	days     int64 // of the window, for the rule OverWindow
	values   hotelcrm.Amounts
	unknown  []bool // nil where all values are known
	missing  int
	warnings []hotelcrm.Warning
}

// WarnUnknownFirst: the first arrival of guests is not known, so neither is their pace.
const WarnUnknownFirst hotelcrm.WarningCode = "unknown-first-arrival"

// CurrentOf returns the current value of every guest.
//
//	CCV(i) = Σ r(i)·p(i) / (1+d)^t,  r(i) = CHV(i) / visits(i)
//
// Payments fall once in each period of the horizon: the pace is brought to that period in proportion, the rate by
// compounding. For payments by the month, give the horizon in months, see [Horizon.In].
//
// r is taken from the historic value as it stands in its column, so each row can be recomputed from what it shows. It
// is negative for guests who brought less than they cost, and so is then their current value.
//
// Result: each value is correctly rounded, once; the convention is in [Current.Setup].
// Errors: a [*hotelcrm.ParamError] that names the field, also where payments of 1 would be worth over 1e30 because the
// rate is below 0.
// Cost: O(n), in integers of 128 bits; single rows that do not fit take rational numbers.
// Source: Gong (2009), formula 3.3.
func CurrentOf(h *Historic, setup CurrentSetup) (*Current, error) {
	if h == nil {
		return nil, refuse.Param("historic", "nil", "historic values")
	}
	setup, err := setup.resolved()
	if err != nil {
		return nil, err
	}
	c := &Current{historic: h, setup: setup}
	if setup.Pace.Rule == OverWindow {
		if c.days, err = windowDays(h.summaries); err != nil {
			return nil, err
		}
	}
	s := newSeries(Payments{Retention: decimal.NewFromInt(1)}, setup.Convention)
	if _, err := s.value(setup.Convention, maxFactorDigits); err != nil {
		return nil, err
	}
	scaling := newScaling(s, c.per(), h.values.Scale(), setup.Convention.Rounding)
	if c.values, err = scaling.column(h.values, c.workers(setup.Workers), c.divisor()); err != nil {
		return nil, err
	}
	c.warn()
	return c, nil
}

// per and divisor return the parts of r·p = CHV · per / divisor that are common to all guests and their own: the visits
// of r and of p cancel out where p is found from visits.
func (c *Current) per() *big.Rat {
	perYear := int64(c.setup.Convention.Horizon.Period.PerYear())
	switch c.setup.Pace.Rule {
	case OverWindow:
		return big.NewRat(daysPerYear, perYear*c.days)
	case Given:
		stays := c.setup.Pace.Stays.Rat()
		return stays.Mul(stays, big.NewRat(int64(c.setup.Pace.Per.PerYear()), perYear))
	}
	return big.NewRat(daysPerYear, perYear)
}

func (c *Current) divisor() func(i int) int64 {
	switch c.setup.Pace.Rule {
	case OverWindow:
		return func(int) int64 { return 1 }
	case Given:
		visits := c.historic.summaries.Visits()
		return func(i int) int64 { return int64(visits[i]) }
	}
	first, asOf, least := c.historic.summaries.First(), c.historic.summaries.AsOf(), c.setup.Pace.LeastDays
	return func(i int) int64 {
		if first[i] == 0 {
			return 0
		}
		return int64(max(asOf.DaysSince(first[i]), least))
	}
}

// workers returns how many goroutines may work, of an asked number of which 0 leaves it to the summaries.
func (c *Current) workers(asked int) int {
	if asked > 0 {
		return asked
	}
	return c.historic.summaries.Workers()
}

func (c *Current) warn() {
	c.warnings = slices.Clone(c.historic.warnings)
	if c.setup.Pace.Rule != OverRelation {
		return
	}
	for i, first := range c.historic.summaries.First() {
		if first != 0 {
			continue
		}
		if c.unknown == nil {
			c.unknown = make([]bool, c.values.Len())
		}
		c.unknown[i] = true
		c.missing++
	}
	if c.missing > 0 {
		const text = "guests without a first arrival have no pace, so their current value is unknown"
		c.warnings = append(c.warnings, hotelcrm.Warning{Code: WarnUnknownFirst, Text: text, N: c.missing})
	}
}

// Len returns the number of guests.
func (c *Current) Len() int { return c.values.Len() }

// Historic returns what the values were computed from.
func (c *Current) Historic() *Historic { return c.historic }

// Setup returns the pace and the convention, with their defaults written out.
func (c *Current) Setup() CurrentSetup { return c.setup }

// Values returns the current values as a column in the order of the summaries, 0 where unknown.
func (c *Current) Values() hotelcrm.Amounts { return c.values }

// Known reports whether the current value of guest i is known.
func (c *Current) Known(i int) bool { return c.unknown == nil || !c.unknown[i] }

// Unknown returns how many current values are not known.
func (c *Current) Unknown() int { return c.missing }

// Warnings returns what to mind about the result and the historic values beneath it. They must not be changed.
func (c *Current) Warnings() []hotelcrm.Warning { return c.warnings }

// CurrentRow is one guest's row of [Current].
type CurrentRow struct {
	Known         bool            `json:"known"`
	Visits        int             `json:"visits"`
	ProfitPerStay decimal.Decimal `json:"profitPerStay"` // r, rounded by Convention.Rounding
	Stays         decimal.Decimal `json:"stays"`         // p, per period of the horizon, to 6 decimal places, halves to even
	Amount        decimal.Decimal `json:"amount"`
	Pace          Pace            `json:"pace"`
	Convention    Convention      `json:"convention"`
}

const pacePlaces = 6

// At returns the row of guest number i of the summaries, from 0 to Len less 1. Profit per stay and stays are rounded
// for reading; the amount was computed without.
func (c *Current) At(i int) CurrentRow {
	visits := c.historic.summaries.Visits()[i]
	out := CurrentRow{
		Known: c.Known(i), Visits: int(visits), Amount: c.values.At(i), Pace: c.setup.Pace, Convention: c.setup.Convention,
	}
	many := new(big.Rat).SetInt64(int64(visits))
	profit := c.historic.values.At(i).Rat()
	out.ProfitPerStay = c.setup.Convention.Rounding.Rat(profit.Quo(profit, many))
	if out.Known {
		stays := c.per()
		stays.Mul(stays, many).Quo(stays, new(big.Rat).SetInt64(c.divisor()(i)))
		out.Stays = hotelcrm.RoundTo{Places: pacePlaces, Mode: hotelcrm.RoundHalfEven}.Rat(stays)
	}
	return out
}
