package tree

import (
	"slices"
	"testing"
)

// Guests with no value go down all branches: by the known guests, else, where nobody is known, as when the split was made.
// What rounding leaves goes to the largest branch.
func TestMissingGuestsAreSpread(t *testing.T) {
	for _, tt := range []struct {
		name        string
		known, want []int64
	}{
		{"by the known", []int64{2, 1}, []int64{2 + 67, 1 + 33}},
		{"as when the split was made", []int64{0, 0}, []int64{25, 75}},
	} {
		g := &grower{layout: layout{classes: 2}}
		parts := make([]sample, len(tt.known))
		for i, n := range tt.known {
			if n > 0 {
				parts[i] = sample{rows: []int32{int32(i)}, labels: []uint8{0}, weights: []int64{n}}
			}
		}
		missing := sample{rows: []int32{7}, labels: []uint8{1}, weights: []int64{100}}
		var got []int64
		for _, part := range g.spread(parts, missing, &split{bags: []int64{30, 90}}) {
			got = append(got, sum(part.weights))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
