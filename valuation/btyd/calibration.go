package btyd

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// AliveBin is a group of guests with nearly the same P(alive).
type AliveBin struct {
	Guests   int     `json:"guests"`
	Alive    float64 `json:"alive"`    // mean P(alive)
	Returns  float64 `json:"returns"`  // mean probability to come back in the hold-out
	Returned float64 `json:"returned"` // share that did
	Expected float64 `json:"expected"` // mean expected visits
	Actual   float64 `json:"actual"`   // mean visits
}

// CalibrateAlive returns guests in groups of equal size by rising P(alive), with what the model foretold of them and what
// they did.
//
// Nobody sees a guest leave, so P(alive) itself cannot be checked. What follows from it can: the share that comes back,
// which a calibrated model has right in each group. The share is below P(alive), because who is alive may stay away.
//
// Input and errors: as [CheckHoldout]; bins of 1 to the number of guests. Guests of one P(alive) keep the order of the
// input where a bin ends among them.
func CalibrateAlive(m Model, histories []History, later []int, length float64, bins int) ([]AliveBin, error) {
	if err := checkHoldout(m, histories, later, length); err != nil {
		return nil, err
	}
	n := len(histories)
	if bins < 1 || bins > n {
		return nil, refuse.Param("bins", fmt.Sprint(bins), fmt.Sprintf("1 to %d", n))
	}
	type place struct {
		alive float64
		guest int
	}
	order := make([]place, n)
	for i, h := range histories {
		order[i] = place{m.Alive(h), i}
	}
	slices.SortFunc(order, func(a, b place) int { return cmp.Or(cmp.Compare(a.alive, b.alive), cmp.Compare(a.guest, b.guest)) })
	out := make([]AliveBin, bins)
	for b := range out {
		bin := &out[b]
		for _, p := range order[b*n/bins : (b+1)*n/bins] {
			bin.Guests++
			bin.Alive += p.alive
			bin.Returns += Returns(m, histories[p.guest], length)
			bin.Returned += float64(min(later[p.guest], 1))
			bin.Expected += m.Expected(histories[p.guest], length)
			bin.Actual += float64(later[p.guest])
		}
		for _, mean := range []*float64{&bin.Alive, &bin.Returns, &bin.Returned, &bin.Expected, &bin.Actual} {
			*mean /= float64(bin.Guests)
		}
	}
	return out, nil
}
