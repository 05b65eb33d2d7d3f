package btyd

import (
	"errors"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/radix"
)

// alike are guests grouped by equal histories, so that each is predicted once.
type alike struct {
	histories []History // each different one, by rising x, T and tx: neighbours share most of the work
	guests    []float64 // how many guests have it
	of        []int32   // the index of each guest's history
}

// newAlike groups guests. The number of workers does not change the result.
//
// Errors: a [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] histories that cannot be.
func newAlike(guests []History, workers int) (*alike, error) {
	var errs []error
	for i, h := range guests {
		if h.valid() {
			continue
		}
		if errs = append(errs, inRow(h.Validate(), i)); len(errs) == hotelcrm.MaxRowErrors {
			break
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	out := &alike{of: make([]int32, len(guests))}
	for _, item := range sortedHistories(guests, workers) {
		h, last := guests[item.Ref], len(out.histories)-1
		if last < 0 || out.histories[last] != h {
			out.histories, out.guests = append(out.histories, h), append(out.guests, 0)
			last++
		}
		out.of[item.Ref] = int32(last)
		out.guests[last]++
	}
	return out, nil
}

// sortedHistories returns references to valid histories by rising x, T and tx: sorted three times, by the last first.
func sortedHistories(guests []History, workers int) []radix.Item {
	items := make([]radix.Item, len(guests))
	for i, h := range guests {
		items[i] = radix.Item{Key: timeKey(h.Tx), Ref: uint32(i)}
	}
	items = radix.Sort(items, workers)
	for i := range items {
		items[i].Key = timeKey(guests[items[i].Ref].T)
	}
	items = radix.Sort(items, workers)
	for i := range items {
		items[i].Key = uint64(guests[items[i].Ref].X)
	}
	return radix.Sort(items, workers)
}

// timeKey returns a number that sorts as a time does: none is negative, but 0 has two signs.
func timeKey(t float64) uint64 { return math.Float64bits(math.Abs(t)) }
