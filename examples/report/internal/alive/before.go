package alive

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/shopspring/decimal"
)

// Before is what the guests who were known a year before the last day did in the year since: what the forecast of the next
// year can be held against.
type Before struct {
	Day     hotelcrm.Date // through which a guest had to be known
	Guests  int           // known then
	Visits  int           // since; arrivals of one day are one
	Revenue decimal.Decimal
}

// year is the days of the horizon.
const year = 365

func beforeOf(v *intake.Visits, first, last hotelcrm.Date) *Before {
	out := &Before{Day: last.AddDays(-year)}
	if out.Day < first {
		return nil
	}
	for g := range len(v.Offsets) - 1 {
		from, to := v.Offsets[g], v.Offsets[g+1]
		if v.Arrivals[from] > out.Day {
			continue
		}
		out.Guests++
		for k := from + 1; k < to; k++ {
			if v.Arrivals[k] <= out.Day {
				continue
			}
			out.Revenue = out.Revenue.Add(v.Revenue.At(k))
			if v.Arrivals[k] != v.Arrivals[k-1] {
				out.Visits++
			}
		}
	}
	return out
}

// Once is the guests who never came back, and what they spent.
type Once struct {
	Guests  int
	Revenue decimal.Decimal
}

func onceOf(v *intake.Visits) Once {
	var out Once
	for g := range len(v.Offsets) - 1 {
		from, to := v.Offsets[g], v.Offsets[g+1]
		if v.Arrivals[from] != v.Arrivals[to-1] {
			continue
		}
		out.Guests++
		for k := from; k < to; k++ {
			out.Revenue = out.Revenue.Add(v.Revenue.At(k))
		}
	}
	return out
}
