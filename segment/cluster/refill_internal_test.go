package cluster

import "testing"

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
