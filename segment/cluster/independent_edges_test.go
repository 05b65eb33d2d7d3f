package cluster_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// The same guests in another order get the same groups, for every method and number of workers, also with holes and ties.
func TestIndependentOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(3, 40).Draw(rt, "n")
		numbers, codes := make([]float64, n), make([]uint16, n)
		for i := range n {
			numbers[i], codes[i] = float64(rapid.IntRange(0, 6).Draw(rt, "x")), uint16(rapid.IntRange(0, 4).Draw(rt, "c"))
			if numbers[i] == 6 {
				numbers[i] = math.NaN()
			}
		}
		order := rapid.Permutation(slices.Collect(func(yield func(int) bool) {
			for i := range n {
				yield(i)
			}
		})).Draw(rt, "order")
		moved, movedCodes := make([]float64, n), make([]uint16, n)
		for to, from := range order {
			moved[to], movedCodes[to] = numbers[from], codes[from]
		}
		k, seed := rapid.IntRange(1, 4).Draw(rt, "k"), rapid.Uint64Range(0, 5).Draw(rt, "seed")
		a, errA := mixedGroups(numbers, codes, k, seed, 1)
		b, errB := mixedGroups(moved, movedCodes, k, seed, 7)
		if (errA == nil) != (errB == nil) {
			rt.Fatalf("%v against %v", errA, errB)
		}
		for g := range a {
			for to, from := range order {
				if a[g].Labels[from] != b[g].Labels[to] {
					rt.Fatalf("guest %d: label %d, moved %d", from, a[g].Labels[from], b[g].Labels[to])
				}
			}
			for i := range a[g].Groups {
				a[g].Groups[i].Medoid, b[g].Groups[i].Medoid = nil, nil
			}
			if x, y := fmt.Sprintf("%+v", a[g].Groups), fmt.Sprintf("%+v", b[g].Groups); x != y {
				rt.Fatalf("%v\nagainst\n%v", x, y)
			}
		}
	})
}

func mixedGroups(numbers []float64, codes []uint16, k int, seed uint64, workers int) ([]*cluster.Groups, error) {
	d, err := cluster.NewData([]cluster.Attribute{{ID: "x", Numbers: numbers}, {ID: "c", Codes: codes}}, cluster.Standard)
	if err != nil {
		return nil, err
	}
	a, err := cluster.KPrototypes(d, cluster.Settings{K: k, Seed: seed, Workers: workers})
	if err != nil {
		return nil, err
	}
	b, err := cluster.PAM(d, cluster.MedoidSettings{K: k, Workers: workers})
	return []*cluster.Groups{a, b}, err
}

// No group is empty, sizes fall, and each guest of whom something is known is in a group: also where most are equal.
func TestIndependentGroupsAreFull(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		numbers := rapid.SliceOfN(rapid.SampledFrom([]float64{0, 0, 0, 0, 1, 2, 1e9, -1e9, 1e-9}), 4, 50).Draw(rt, "x")
		d, err := cluster.NewData([]cluster.Attribute{{ID: "x", Numbers: numbers}}, cluster.Standard)
		if err != nil {
			rt.Fatal(err)
		}
		k := rapid.IntRange(1, d.Different()).Draw(rt, "k")
		g, err := cluster.KMeans(d, cluster.Settings{K: k, Seed: 3, Starts: 2})
		if err != nil {
			rt.Fatal(err)
		}
		sizes := make([]int, k)
		for _, label := range g.Labels {
			sizes[label-1]++
		}
		for i, group := range g.Groups {
			if group.Size != sizes[i] || sizes[i] == 0 || i > 0 && sizes[i] > sizes[i-1] {
				rt.Fatalf("sizes %v, groups %+v", sizes, g.Groups)
			}
		}
		if _, err := cluster.KMeans(d, cluster.Settings{K: d.Different() + 1}); err == nil {
			rt.Fatal("more groups than different rows")
		}
	})
}
