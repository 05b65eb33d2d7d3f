package cluster

import (
	"math/rand/v2"
	"testing"
)

// An empty group takes the row farthest from its centre, out of a group that keeps others.
func TestRefillTakesTheFarthestRow(t *testing.T) {
	d, err := NewData([]Attribute{{ID: "nights", Numbers: []float64{1, 2, 3, 9, 50}}}, Raw)
	if err != nil {
		t.Fatal(err)
	}
	e := &solution{
		centres:   []centre{{numbers: []float64{3}}, {numbers: []float64{80}}, {numbers: []float64{200}}},
		labels:    []int32{0, 0, 0, 0, 1},
		distances: []float64{4, 1, 0, 36, 900},
	}
	if !d.rows.refill(e) {
		t.Fatal("nothing was refilled")
	}
	// The row of 50 is farther off, but alone in its group.
	if e.labels[3] != 2 || e.labels[4] != 1 || e.distances[3] != 0 || e.centres[2].numbers[0] != 9 {
		t.Errorf("labels %v, centre %v", e.labels, e.centres[2])
	}
	if d.rows.refill(e) {
		t.Error("no group was empty")
	}
}

// A start is drawn by the number of guests times their distance: fifty guests at 0 are drawn before one at -10.
func TestSpreadCountsGuests(t *testing.T) {
	v := view{n: 3, numbers: 1, x: []float64{-10, 0, 10}, weight: []float64{1, 50, 1000}}
	s := &Settings{K: 2, Workers: 1}
	both, near := 0, 0
	for seed := range uint64(400) {
		centres := v.spread(rand.NewPCG(seed, 0), s)
		if centres[0].numbers[0] == 10 {
			both++
			if centres[1].numbers[0] == 0 {
				near++
			}
		}
	}
	// 5000 chances to 400: 0.926, with a standard error of about 0.013.
	if share := float64(near) / float64(both); both < 360 || share < 0.87 || share > 0.98 {
		t.Errorf("%d of 400 begin at the crowd, %.3f of them go on at 0", both, share)
	}
}
