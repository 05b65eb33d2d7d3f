package cluster_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
	"pgregory.net/rapid"
)

// drawAttributes draws numbers and levels with ties and gaps, of at least some guests of whom something is known.
func drawAttributes(t *rapid.T, numeric, gaps bool) []cluster.Attribute {
	n := rapid.IntRange(2, 25).Draw(t, "guests")
	number := rapid.Custom(func(t *rapid.T) float64 {
		if gaps && rapid.IntRange(0, 5).Draw(t, "missing") == 0 {
			return math.NaN()
		}
		return float64(rapid.IntRange(-3, 12).Draw(t, "number")) / 2
	})
	least := uint16(1)
	if gaps {
		least = 0
	}
	out := []cluster.Attribute{{ID: "first", Numbers: rapid.SliceOfN(number, n, n).Draw(t, "first")}}
	out[0].Numbers[0], out[0].Numbers[1] = 1, 2 // two different rows at least
	for _, id := range []string{"second", "third"} {
		if numeric || rapid.Bool().Draw(t, id+" is numeric") {
			out = append(out, cluster.Attribute{ID: id, Numbers: rapid.SliceOfN(number, n, n).Draw(t, id)})
			continue
		}
		out = append(out, cluster.Attribute{ID: id, Codes: rapid.SliceOfN(rapid.Uint16Range(least, 3), n, n).Draw(t, id), Levels: []string{"tour", "meeting"}})
	}
	return out
}

// reorder returns the same guests in another order.
func reorder(attributes []cluster.Attribute, order []int) []cluster.Attribute {
	out := slices.Clone(attributes)
	for i, a := range attributes {
		out[i].Numbers, out[i].Codes = pick(a.Numbers, order), pick(a.Codes, order)
	}
	return out
}

func pick[T any](list []T, order []int) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(order))
	for i, at := range order {
		out[i] = list[at]
	}
	return out
}

func drawOrder(t *rapid.T, n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return rapid.Permutation(order).Draw(t, "order")
}

// everything is what all functions say about the data, with the labels in the order of the guests.
type everything struct {
	Groups      []*cluster.Groups
	Silhouettes []*cluster.Silhouettes
	Profiles    [][]cluster.Profile
	Measures    []cluster.Measures
}

func describe(t *rapid.T, d *cluster.Data, k, workers int) everything {
	t.Helper()
	var out everything
	g, err := cluster.KPrototypes(d, cluster.Settings{K: k, Seed: 7, Starts: 3, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	m, err := cluster.PAM(d, cluster.MedoidSettings{K: k, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Groups {
		m.Groups[i].Medoid = nil // of equal guests the first
	}
	out.Groups = []*cluster.Groups{g, m}
	for _, g := range out.Groups {
		for _, limit := range []int{10, 100} {
			s, err := cluster.Silhouette(d, g.Labels, cluster.SilhouetteSettings{Limit: limit, Workers: workers})
			if err == nil {
				out.Silhouettes = append(out.Silhouettes, s)
			}
		}
		p, err := cluster.Profiles(d, g.Labels)
		if err != nil {
			t.Fatal(err)
		}
		out.Profiles = append(out.Profiles, p)
		if measures, err := cluster.Measure(d, g.Labels); err == nil {
			out.Measures = append(out.Measures, measures)
		}
	}
	return out
}

// Not one bit depends on the order of the guests or on the number of workers.
func TestOrderAndWorkersChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawAttributes(t, rapid.Bool().Draw(t, "numeric"), rapid.Bool().Draw(t, "gaps"))
		d, err := cluster.NewData(attributes, cluster.Standard)
		if err != nil {
			t.Fatal(err)
		}
		k := rapid.IntRange(1, min(5, d.Different())).Draw(t, "k")
		want := describe(t, d, k, 1)
		order := drawOrder(t, d.Guests())
		other, err := cluster.NewData(reorder(attributes, order), cluster.Standard)
		if err != nil {
			t.Fatal(err)
		}
		got := describe(t, other, k, rapid.SampledFrom([]int{1, 2, 7}).Draw(t, "workers"))
		for _, g := range want.Groups {
			g.Labels = pick(g.Labels, order)
		}
		for _, s := range want.Silhouettes {
			s.Values = pick(s.Values, order)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-one order +other):\n%s", diff)
		}
	})
}

// Every guest is in the group of a nearest centre, the centres are the means of their groups, and the numbers of groups
// fall with their size.
func TestAnEndIsAFixedPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawAttributes(t, true, false)
		d, err := cluster.NewData(attributes, cluster.Raw)
		if err != nil {
			t.Fatal(err)
		}
		k := rapid.IntRange(1, min(5, d.Different())).Draw(t, "k")
		g, err := cluster.KMeans(d, cluster.Settings{K: k, Starts: 2, Seed: rapid.Uint64().Draw(t, "seed")})
		if err != nil {
			t.Fatal(err)
		}
		cost := 0.0
		sums, sizes := make([][3]float64, k), make([]int, k)
		for guest, label := range g.Labels {
			own := square(attributes, guest, g.Groups[label-1].Centre)
			cost += own
			sizes[label-1]++
			for j := range attributes {
				sums[label-1][j] += attributes[j].Numbers[guest]
			}
			for _, other := range g.Groups {
				if square(attributes, guest, other.Centre) < own-1e-9 {
					t.Fatalf("guest %d is nearer to another centre", guest)
				}
			}
		}
		if math.Abs(cost-g.Cost) > 1e-9*(1+cost) {
			t.Fatalf("cost %v, want %v", g.Cost, cost)
		}
		for i, group := range g.Groups {
			if group.Size != sizes[i] || group.Size == 0 || i > 0 && group.Size > g.Groups[i-1].Size {
				t.Fatalf("sizes %v, counted %v", group.Size, sizes)
			}
			for j, value := range group.Centre {
				if math.Abs(value.Number-sums[i][j]/float64(sizes[i])) > 1e-9 {
					t.Fatalf("the centre %v is no mean", group.Centre)
				}
			}
		}
	})
}

func square(attributes []cluster.Attribute, guest int, centre []cluster.Value) (sum float64) {
	for j, value := range centre {
		d := attributes[j].Numbers[guest] - value.Number
		sum += d * d
	}
	return sum
}

// As many groups as there are different rows cost nothing.
func TestAGroupForEachRowCostsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawAttributes(t, rapid.Bool().Draw(t, "numeric"), false)
		d, err := cluster.NewData(attributes, cluster.Standard)
		if err != nil {
			t.Fatal(err)
		}
		g, err := cluster.KPrototypes(d, cluster.Settings{K: d.Different(), Starts: 1, Seed: rapid.Uint64().Draw(t, "seed")})
		if err != nil {
			t.Fatal(err)
		}
		if g.Cost > 1e-20 {
			t.Fatalf("cost %v", g.Cost)
		}
		if _, err := cluster.KPrototypes(d, cluster.Settings{K: d.Different() + 1}); err == nil {
			t.Fatal("more groups than rows were found")
		}
	})
}

// The unit of an attribute changes nothing where numbers are scaled.
func TestUnitsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawAttributes(t, true, true)
		scaling := rapid.SampledFrom([]cluster.Scaling{cluster.Standard, cluster.Range}).Draw(t, "scaling")
		d, err := cluster.NewData(attributes, scaling)
		if err != nil {
			t.Fatal(err)
		}
		other := slices.Clone(attributes)
		other[1].Numbers = slices.Clone(other[1].Numbers)
		for i := range other[1].Numbers {
			other[1].Numbers[i] *= 64 // exact
		}
		e, err := cluster.NewData(other, scaling)
		if err != nil {
			t.Fatal(err)
		}
		k := min(3, d.Different())
		g, err := cluster.KMeans(d, cluster.Settings{K: k})
		h, otherErr := cluster.KMeans(e, cluster.Settings{K: k})
		if err != nil || otherErr != nil {
			t.Fatal(err, otherErr)
		}
		if g.Cost != h.Cost || !slices.Equal(g.Labels, h.Labels) {
			t.Fatalf("%v and %v, %v and %v", g.Cost, h.Cost, g.Labels, h.Labels)
		}
	})
}
