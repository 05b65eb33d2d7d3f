package valuation

import (
	"fmt"
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// CostBasis says what the guests have cost the hotel: the total input cost of a stretch of time and all guests who ever
// stayed in it. The cost of one guest is the mean of both, whoever the guest is.
type CostBasis struct {
	Total  decimal.Decimal `json:"total"`           // in the currency of the summaries, 0 or more
	Guests int             `json:"guests"`          // all guests who ever stayed, also those without a summary
	Window hotelcrm.Window `json:"window,omitzero"` // the dates that Total and Guests cover, as far as known
}

func (b CostBasis) check() error {
	if err := checkDecimal("CostBasis.Total", b.Total); err != nil {
		return err
	}
	if b.Total.IsNegative() {
		return refuse.Param("CostBasis.Total", b.Total.String(), "0 or more")
	}
	if b.Guests < 1 || b.Guests > maxGuests {
		return refuse.Param("CostBasis.Guests", fmt.Sprint(b.Guests), fmt.Sprintf("1 to %d", maxGuests))
	}
	return b.Window.Validate()
}

const maxGuests = 1<<31 - 1

// Mean returns the cost of one guest: Total over Guests, rounded.
//
// Errors: a [*hotelcrm.ParamError] for a field or rounding out of range.
func (b CostBasis) Mean(rounding hotelcrm.RoundTo) (decimal.Decimal, error) {
	if err := rounding.Validate(); err != nil {
		return decimal.Decimal{}, err
	}
	if err := b.check(); err != nil {
		return decimal.Decimal{}, err
	}
	return rounding.Rat(b.of(1)), nil
}

// of returns the exact cost of a number of guests.
func (b CostBasis) of(guests int) *big.Rat {
	cost := new(big.Rat).Mul(b.Total.Rat(), big.NewRat(int64(guests), 1))
	return cost.Quo(cost, big.NewRat(int64(b.Guests), 1))
}

// Historic is what each guest has brought so far: revenue less the cost of one guest, in the order of the summaries. It
// is immutable and safe for concurrent use.
type Historic struct {
	summaries *hotelcrm.Summaries
	basis     CostBasis
	rounding  hotelcrm.RoundTo
	values    hotelcrm.Amounts
	cost      decimal.Decimal // of all guests of the summaries
	share     decimal.Decimal // of each of them
	extra     int             // the first guests, who bear one unit more
	warnings  []hotelcrm.Warning
}

// HistoricOf returns the historic value of every guest.
//
//	CHV(i) = R(i) - C,  C = total input cost / number of all guests
//
// C is taken off once per guest, however often the guest stayed. It is rarely a whole number of cents, so the cost of
// all guests of the summaries, Total·n/Guests, is rounded once, and split into equal parts that add up to it: the first
// guests in the order of the summaries bear one unit more, as [hotelcrm.Allocate] does it. Revenue is never rounded.
// So the historic values add up to the revenue less the cost of all guests, to the cent.
//
// Input: rounding.Places in [0, 6]. The summaries should hold all stays so far.
// Errors: a [*hotelcrm.ParamError] that names the field, also for summaries of more guests than the cost basis.
// Cost: O(n).
// Source: Gong (2009), formula 3.2.
func HistoricOf(s *hotelcrm.Summaries, basis CostBasis, rounding hotelcrm.RoundTo) (*Historic, error) {
	if err := checkColumn(rounding); err != nil {
		return nil, err
	}
	if err := basis.check(); err != nil {
		return nil, err
	}
	if s == nil {
		return nil, refuse.Param("summaries", "nil", "summaries of a register")
	}
	if s.Len() > basis.Guests {
		return nil, refuse.Param("CostBasis.Guests", fmt.Sprint(basis.Guests), "at least the "+plural.Of(s.Len(), "guest", "guests")+" of the summaries")
	}
	h := &Historic{summaries: s, basis: basis, rounding: rounding}
	h.split()
	if err := h.subtract(); err != nil {
		return nil, err
	}
	h.warn()
	return h, nil
}

// split cuts the cost of all guests of the summaries into equal parts.
func (h *Historic) split() {
	n := h.summaries.Len()
	cost := h.basis.of(n)
	h.cost = h.rounding.Rat(cost)
	if n == 0 {
		return
	}
	part, extra := new(big.Int).QuoRem(h.cost.Coefficient(), big.NewInt(int64(n)), new(big.Int))
	h.share, h.extra = decimal.NewFromBigInt(part, -int32(h.rounding.Places)), int(extra.Int64())
}

// costOf returns the part of the cost that guest i bears.
func (h *Historic) costOf(i int) decimal.Decimal {
	if i < h.extra {
		return h.share.Add(decimal.New(1, -int32(h.rounding.Places)))
	}
	return h.share
}

// subtract fills the column: in integers where they fit, exactly beside them elsewhere.
func (h *Historic) subtract() error {
	revenue := h.summaries.Revenue()
	places := max(revenue.Scale(), h.rounding.Places)
	unit, _ := hotelcrm.ToMinor(decimal.New(1, -int32(revenue.Scale())), places)
	share, fits := hotelcrm.ToMinor(h.share, places)
	step, _ := hotelcrm.ToMinor(decimal.New(1, -int32(h.rounding.Places)), places)
	most := int64(1<<62) / unit // keeps both products and the difference within an int64
	fits = fits && share < 1<<61
	values, beyond := make([]int64, revenue.Len()), map[int]decimal.Decimal{}
	for i, minor := range revenue.Minor() {
		cost := share
		if i < h.extra {
			cost += step
		}
		values[i] = minor*unit - cost
		if !fits || minor > most || minor < -most {
			beyond[i] = revenue.At(i).Sub(h.costOf(i))
		}
	}
	if revenue.Beyond() > 0 {
		for i := range values {
			if exact, ok := revenue.Exact(i); ok {
				beyond[i] = exact.Sub(h.costOf(i))
			}
		}
	}
	var err error
	h.values, err = hotelcrm.AmountsOfMinor(places, values, beyond)
	return err
}

// The codes of warnings of this package.
const (
	// WarnNegative: guests have brought less than they cost.
	WarnNegative hotelcrm.WarningCode = "negative-historic-value"
	// WarnPartial: the summaries do not hold all stays so far, so what the guests brought before is left out.
	WarnPartial hotelcrm.WarningCode = "stays-of-a-window-only"
)

func (h *Historic) warn() {
	negative := 0
	for _, minor := range h.values.Minor() {
		if minor < 0 {
			negative++
		}
	}
	if negative > 0 {
		const text = "guests have brought less than the mean cost of a guest; their profit per stay is negative and kept so"
		h.warnings = append(h.warnings, hotelcrm.Warning{Code: WarnNegative, Text: text, N: negative})
	}
	if h.summaries.Window() != (hotelcrm.Window{}) {
		text := "the summaries hold the arrivals of " + h.summaries.Window().String() + " only, not all stays so far"
		h.warnings = append(h.warnings, hotelcrm.Warning{Code: WarnPartial, Text: text, N: h.summaries.Len()})
	}
}

// Len returns the number of guests.
func (h *Historic) Len() int { return h.values.Len() }

// Summaries returns what the values were computed from.
func (h *Historic) Summaries() *hotelcrm.Summaries { return h.summaries }

// Basis returns the cost basis.
func (h *Historic) Basis() CostBasis { return h.basis }

// Rounding returns how the cost was rounded.
func (h *Historic) Rounding() hotelcrm.RoundTo { return h.rounding }

// Cost returns the cost of all guests of the summaries together. It is the total of the basis where both hold the same
// guests and the total is a whole number of cents.
func (h *Historic) Cost() decimal.Decimal { return h.cost }

// Values returns the historic values as a column in the order of the summaries.
func (h *Historic) Values() hotelcrm.Amounts { return h.values }

// Warnings returns what to mind about the result. They must not be changed.
func (h *Historic) Warnings() []hotelcrm.Warning { return h.warnings }

// HistoricValue is one guest's row of [Historic].
type HistoricValue struct {
	Revenue decimal.Decimal `json:"revenue"` // of all stays
	Cost    decimal.Decimal `json:"cost"`    // the guest's part of the cost
	Amount  decimal.Decimal `json:"amount"`  // Revenue less Cost
	Basis   CostBasis       `json:"basis"`
}

// At returns the row of guest number i of the summaries, from 0 to Len less 1.
func (h *Historic) At(i int) HistoricValue {
	return HistoricValue{
		Revenue: h.summaries.Revenue().At(i), Cost: h.costOf(i), Amount: h.values.At(i), Basis: h.basis,
	}
}
