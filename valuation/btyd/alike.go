package btyd

import (
	"cmp"
	"errors"
	"slices"
)

// alike are guests grouped by equal histories, so that each is predicted once.
type alike struct {
	histories []History // each different one, by rising x, T and tx
	guests    []float64 // how many guests have it
	of        []int32   // the index of each guest's history
}

// newAlike groups guests.
//
// Errors: a [*hotelcrm.RowError] for each of the first ten histories that cannot be.
func newAlike(guests []History) (*alike, error) {
	var errs []error
	out := &alike{of: make([]int32, len(guests))}
	seen := map[History]int32{}
	for i, h := range guests {
		if !h.valid() {
			if errs = append(errs, inRow(h.Validate(), i)); len(errs) == maxRowErrors {
				break
			}
			continue
		}
		k, known := seen[h]
		if !known {
			k = int32(len(out.histories))
			seen[h] = k
			out.histories = append(out.histories, h)
		}
		out.of[i] = k
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	out.sort()
	return out, nil
}

// sort brings histories that share most of the work together.
func (a *alike) sort() {
	order := make([]int32, len(a.histories))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		g, h := a.histories[i], a.histories[j]
		return cmp.Or(cmp.Compare(g.X, h.X), cmp.Compare(g.T, h.T), cmp.Compare(g.Tx, h.Tx))
	})
	sorted, place := make([]History, len(order)), make([]int32, len(order))
	for at, i := range order {
		sorted[at], place[i] = a.histories[i], int32(at)
	}
	a.histories, a.guests = sorted, make([]float64, len(sorted))
	for i, k := range a.of {
		a.of[i] = place[k]
		a.guests[place[k]]++
	}
}
