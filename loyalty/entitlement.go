package loyalty

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Entitlement is what a tier has of one benefit.
type Entitlement struct {
	Benefit string `json:"benefit"`
	Name    string `json:"name,omitempty"`
	NameZH  string `json:"nameZh,omitempty"`
	Cell
}

// Benefits returns what a tier is entitled to at a property on a date, in the order of the programme. Benefits that are
// not given are in the list, too.
//
// Input: an empty property leaves out what is given at some properties only.
// Errors: a [*hotelcrm.ParamError] for a tier that the programme does not know.
func (e *Engine) Benefits(tier, property string, on hotelcrm.Date) ([]Entitlement, error) {
	rank, err := e.tierRank("tier", tier)
	if err != nil {
		return nil, err
	}
	version, ok := e.Version(on)
	if !ok {
		return nil, nil
	}
	var out []Entitlement
	for _, b := range version.Benefits {
		if len(b.Properties) > 0 && !slices.Contains(b.Properties, property) {
			continue
		}
		row := Entitlement{Benefit: b.ID, Name: b.Name, NameZH: b.NameZH, Cell: Cell{Given: NotGiven}}
		best := -1
		for _, cell := range b.Tiers {
			if r := e.rank[cell.Tier]; r <= rank && r > best {
				row.Cell, best = cell, r
			}
		}
		row.Tier = tier
		out = append(out, row)
	}
	return out, nil
}

// Pays returns what a member of a tier pays of a rate on a date: the rate times the tier's part of it, or that of the
// next lower tier that states one. The product is exact; rounding to the currency is for the caller, see
// [hotelcrm.Round].
//
// Errors: a [*hotelcrm.ParamError] for a tier that the programme does not know.
func (e *Engine) Pays(tier string, on hotelcrm.Date, rate decimal.Decimal) (decimal.Decimal, error) {
	rank, err := e.tierRank("tier", tier)
	if err != nil {
		return decimal.Decimal{}, err
	}
	version, ok := e.Version(on)
	if !ok {
		return rate, nil
	}
	for _, t := range slices.Backward(version.Tiers) {
		if e.rank[t.ID] <= rank && t.PayRate != nil {
			return rate.Mul(*t.PayRate), nil
		}
	}
	return rate, nil
}

// FreeNights returns the points that an award stay costs, and which of its nights are free: of each full block of
// consecutive nights, from the first night on, the cheapest; of several equally cheap ones the last.
//
// Input: the price of each night in points, none negative; the version is that of the arrival date.
// Errors: a [*hotelcrm.ParamError] for an unknown tier or a price that is negative or above 10¹².
func (e *Engine) FreeNights(tier string, arrival hotelcrm.Date, nights []int64) (cost int64, free []int, err error) {
	if _, err := e.tierRank("tier", tier); err != nil {
		return 0, nil, err
	}
	for _, price := range nights {
		if price < 0 || price > bound || len(nights) > 3660 {
			return 0, nil, refuse.Param("nights", decimal.NewFromInt(price).String(), "at most 3660 nights of 0 to 10^12 points")
		}
		cost += price
	}
	version, _ := e.Version(arrival)
	rule := version.FreeNight
	if rule == nil || (len(rule.Tiers) > 0 && !slices.Contains(rule.Tiers, tier)) {
		return cost, nil, nil
	}
	for block := 0; block+rule.Every <= len(nights); block += rule.Every {
		cheapest := block
		for i := block; i < block+rule.Every; i++ {
			if nights[i] <= nights[cheapest] {
				cheapest = i
			}
		}
		cost -= nights[cheapest]
		free = append(free, cheapest)
	}
	return cost, free, nil
}
