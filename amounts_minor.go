package hotelcrm

import (
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"
)

// AmountsOfMinor returns a column of amounts that are already integers of 10^-places, and of those given in beyond, by
// index, in place of the integers there.
//
// Input: places in [0, 6]. The column keeps minor, which must not be changed afterwards, and writes to it where beyond
// has the index. Amounts in beyond have exponents in [-1000, 1000].
// Errors: a [*ParamError] for other places or exponents, or an index without a row; minor is then unchanged.
// Cost: O(len(beyond)).
func AmountsOfMinor(places int, minor []int64, beyond map[int]decimal.Decimal) (Amounts, error) {
	if places < 0 || places > maxPlaces {
		return Amounts{}, placesError(places, maxPlaces)
	}
	for _, i := range slices.Sorted(maps.Keys(beyond)) {
		d, name := beyond[i], fmt.Sprintf("beyond[%d]", i)
		if i < 0 || i >= len(minor) {
			return Amounts{}, refuse(name, d.String(), fmt.Sprintf("an index below %d", len(minor)))
		}
		if err := checkExponent(name, d); err != nil {
			return Amounts{}, err
		}
	}
	out := Amounts{scale: places, minor: minor}
	for i, d := range beyond {
		if m, ok := ToMinor(d, places); ok {
			minor[i] = m
			continue
		}
		out.setExact(i, d)
	}
	return out, nil
}
