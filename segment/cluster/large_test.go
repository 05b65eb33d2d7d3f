package cluster_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// More rows than one block adds up and than the starts are tried on: the sample finds the five kinds of guests, and all
// rows are then put to the means of their groups.
func TestManyGuestsAreGroupedFromASample(t *testing.T) {
	attributes := house(20_000)
	settings := cluster.Settings{K: 5, Sample: 1000, Workers: 2}
	d := data(t, attributes, cluster.Standard)
	got := must[*cluster.Groups](t)(cluster.KPrototypes(d, settings))
	if len(got.Warnings) != 1 || got.Warnings[0].Code != cluster.WarnSampled || got.Warnings[0].N != 1000 {
		t.Errorf("warnings %v", got.Warnings)
	}
	settings.Sample, settings.Workers = 0, 1
	full := must[*cluster.Groups](t)(cluster.KPrototypes(d, settings))
	if len(full.Warnings) != 0 || got.Cost > 1.02*full.Cost || full.Cost > 1.02*got.Cost {
		t.Errorf("cost %v from a sample, %v from all; warnings %v", got.Cost, full.Cost, full.Warnings)
	}
	for g, group := range full.Groups {
		sum, n := 0.0, 0.0
		for guest, label := range full.Labels {
			if int(label) == g+1 {
				sum, n = sum+attributes[1].Numbers[guest], n+1
			}
		}
		if mean := group.Centre[1].Number; math.Abs(mean-sum/n) > 1e-9*mean || group.Size != int(n) {
			t.Errorf("group %d: mean %v of %d, want %v of %v", g+1, mean, group.Size, sum/n, n)
		}
	}
}

// Not one bit depends on the number of workers or the order of guests, with many blocks and a sample.
func TestWorkersChangeNothingOnManyGuests(t *testing.T) {
	attributes := house(15_000)
	order := make([]int, 15_000)
	for i := range order {
		order[i] = i * 7 % 15_001 % 15_000
	}
	order = unique(order)
	backwards := slices.Clone(order)
	slices.Reverse(backwards)
	var first *cluster.Groups
	var silhouette *cluster.Silhouettes
	for i, workers := range []int{1, 2, 7} {
		d := data(t, attributes, cluster.Standard)
		if i == 2 {
			d = data(t, reorder(attributes, backwards), cluster.Standard)
		}
		g := must[*cluster.Groups](t)(cluster.KPrototypes(d, cluster.Settings{K: 4, Sample: 2000, Starts: 3, Workers: workers}))
		s := must[*cluster.Silhouettes](t)(cluster.Silhouette(d, g.Labels, cluster.SilhouetteSettings{Limit: 500, Workers: workers}))
		if i == 0 {
			first, silhouette = g, s
			continue
		}
		if i == 2 {
			first.Labels = pick(first.Labels, backwards)
		}
		if diff := cmp.Diff(first, g) + cmp.Diff(silhouette, s); diff != "" {
			t.Fatalf("%d workers (-one +more):\n%s", workers, diff)
		}
	}
	if silhouette.Guests != 500 || silhouette.Of != 15_000 || silhouette.Values != nil {
		t.Errorf("silhouette of %d guests of %d", silhouette.Guests, silhouette.Of)
	}
}

// unique returns each place once, in the order of its first mention, then those that were left out.
func unique(order []int) []int {
	seen := make([]bool, len(order))
	out := make([]int, 0, len(order))
	for _, i := range order {
		if !seen[i] {
			seen[i] = true
			out = append(out, i)
		}
	}
	for i, was := range seen {
		if !was {
			out = append(out, i)
		}
	}
	return out
}

func TestZerosOfBothSignsAreOneRow(t *testing.T) {
	d := data(t, []cluster.Attribute{{ID: "refund", Numbers: []float64{0, math.Copysign(0, -1), 5}}}, 0)
	if d.Different() != 2 {
		t.Errorf("%d different rows", d.Different())
	}
}
