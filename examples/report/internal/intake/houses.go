package intake

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/shopspring/decimal"
)

// House is what came to one property in the last twelve months, and in the twelve before.
type House struct {
	Name        string
	Before, Now Came
}

// Came is how many guests came how often, and what they brought.
type Came struct {
	Guests, Visits int64
	Revenue        decimal.Decimal
}

// mostHouses is how many properties are told apart: where there are more, the column is hardly one of houses.
const mostHouses = 1000

// housesOf adds up two spans of days by property, the one with the most revenue of the last year first; nil unless
// guests came to several.
func housesOf(all *hotelcrm.Visits, before, now hotelcrm.Window) []House {
	names := all.Properties()
	if len(names) < 2 || len(names) > mostHouses {
		return nil
	}
	was, is := cameTo(all, before), cameTo(all, now)
	var out []House
	for h, name := range names {
		if was[h].Visits+is[h].Visits > 0 {
			out = append(out, House{name, was[h], is[h]})
		}
	}
	if len(out) < 2 {
		return nil
	}
	slices.SortFunc(out, func(x, y House) int {
		return cmp.Or(y.Now.Revenue.Cmp(x.Now.Revenue), strings.Compare(x.Name, y.Name))
	})
	return out
}

// cameTo adds up the visits of a span by property.
func cameTo(all *hotelcrm.Visits, span hotelcrm.Window) []Came {
	houses := len(all.Properties())
	out, sums := make([]Came, houses), make([]basis.Tally, houses)
	last := make([]int, houses) // guest counted last, from 1
	arrivals, property := all.Arrival(), all.Property()
	for i := range all.Guests() {
		for k, end := all.Of(i); k < end; k++ {
			if !span.Contains(arrivals[k]) {
				continue
			}
			h := property[k]
			if last[h] != i+1 {
				last[h] = i + 1
				out[h].Guests++
			}
			out[h].Visits++
			sums[h].Add(all.Revenue(), k)
		}
	}
	for h := range out {
		out[h].Revenue = sums[h].Total(all.Revenue().Scale())
	}
	return out
}
