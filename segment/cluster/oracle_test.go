package cluster_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
	"pgregory.net/rapid"
)

// gower is the distance written down from its definition.
func gower(attributes []cluster.Attribute, a, b int) float64 {
	sum, known := 0.0, 0.0
	for _, at := range attributes {
		if at.Codes != nil {
			if at.Codes[a] > 0 && at.Codes[b] > 0 {
				known++
				if at.Codes[a] != at.Codes[b] {
					sum++
				}
			}
			continue
		}
		if d := math.Abs(at.Numbers[a] - at.Numbers[b]); !math.IsNaN(d) {
			low, high := math.Inf(1), math.Inf(-1)
			for _, x := range at.Numbers {
				if !math.IsNaN(x) {
					low, high = min(low, x), max(high, x)
				}
			}
			known++
			if high > low {
				sum += d / (high - low)
			}
		}
	}
	if known == 0 {
		return 1
	}
	return sum / known
}

func plainSilhouette(attributes []cluster.Attribute, labels []uint16, guest int) float64 {
	sums, counts := map[uint16]float64{}, map[uint16]float64{}
	for other, label := range labels {
		if other != guest && label > 0 {
			sums[label] += gower(attributes, guest, other)
			counts[label]++
		}
	}
	own := labels[guest]
	if own == 0 || counts[own] == 0 {
		return 0
	}
	a, b := sums[own]/counts[own], math.Inf(1)
	for label := range sums {
		if label != own {
			b = min(b, sums[label]/counts[label])
		}
	}
	if a == b {
		return 0
	}
	return (b - a) / max(a, b)
}

func TestSilhouetteEqualsTheDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawAttributes(t, false, true)
		d, err := cluster.NewData(attributes, cluster.Standard)
		if err != nil {
			t.Fatal(err)
		}
		labels := rapid.SliceOfN(rapid.Uint16Range(0, 3), d.Guests(), d.Guests()).Draw(t, "labels")
		labels[0], labels[1] = 1, 2
		for guest := range labels { // nobody of whom nothing is known
			known := false
			for _, a := range attributes {
				known = known || a.Codes != nil && a.Codes[guest] > 0 || a.Numbers != nil && !math.IsNaN(a.Numbers[guest])
			}
			if !known {
				labels[guest] = 0
			}
		}
		s, err := cluster.Silhouette(d, labels, cluster.SilhouetteSettings{Metric: cluster.Gower})
		if err != nil {
			t.Fatal(err)
		}
		sum, n := 0.0, 0.0
		for guest, got := range s.Values {
			want := plainSilhouette(attributes, labels, guest)
			if math.Abs(got-want) > 1e-9 && math.Abs(math.Abs(want)-1) > 1e-6 { // 0 over rounding may stand for 0 over 0
				t.Fatalf("guest %d: got %v, want %v", guest, got, want)
			}
			if labels[guest] > 0 {
				sum, n = sum+got, n+1
			}
		}
		if math.Abs(s.Mean-sum/n) > 1e-9 || s.Guests != int(n) {
			t.Fatalf("mean %v of %d, want %v of %v", s.Mean, s.Guests, sum/n, n)
		}
	})
}

// medoidCost is the sum of distances of all guests from the nearest medoid.
func medoidCost(attributes []cluster.Attribute, guests int, medoids []int) (sum float64) {
	for guest := range guests {
		least := math.Inf(1)
		for _, m := range medoids {
			least = min(least, gower(attributes, guest, m))
		}
		sum += least
	}
	return sum
}

// No swap of one medoid for one other guest is better.
func TestNoSwapBeatsPAM(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		attributes := drawAttributes(t, false, false)
		d, err := cluster.NewData(attributes, cluster.Standard)
		if err != nil {
			t.Fatal(err)
		}
		g, err := cluster.PAM(d, cluster.MedoidSettings{K: rapid.IntRange(1, min(4, d.Different())).Draw(t, "k"), Metric: cluster.Gower})
		if err != nil {
			t.Fatal(err)
		}
		var medoids []int
		for _, group := range g.Groups {
			medoids = append(medoids, *group.Medoid)
		}
		cost := medoidCost(attributes, d.Guests(), medoids)
		if math.Abs(cost-g.Cost) > 1e-9 {
			t.Fatalf("cost %v, want %v", g.Cost, cost)
		}
		for i, medoid := range medoids {
			for guest := range d.Guests() {
				medoids[i] = guest
				if c := medoidCost(attributes, d.Guests(), medoids); c < cost-1e-9 {
					t.Fatalf("%v with guest %d in place of %d, found %v", c, guest, medoid, cost)
				}
			}
			medoids[i] = medoid
		}
	})
}

// isMode reports whether no level of the group is more frequent, and none as frequent comes before it; of a group that
// knows none, any level is.
func isMode(codes, labels []uint16, group, code uint16) bool {
	counts := map[uint16]int{}
	for guest, label := range labels {
		if label == group && codes[guest] > 0 {
			counts[codes[guest]]++
		}
	}
	for other, n := range counts {
		if n > counts[code] || n == counts[code] && other < code {
			return false
		}
	}
	return true
}

// The cost is the number of levels that differ from the nearest of the centres found, and these are modes.
func TestModesEqualThePlainCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 30).Draw(t, "guests")
		var attributes []cluster.Attribute
		for _, id := range []string{"motive", "room", "channel"} {
			attributes = append(attributes, cluster.Attribute{ID: id, Codes: rapid.SliceOfN(rapid.Uint16Range(0, 3), n, n).Draw(t, id)})
		}
		attributes[0].Codes[0] = 1
		d, err := cluster.NewData(attributes, 0)
		if err != nil {
			t.Fatal(err)
		}
		k := rapid.IntRange(1, min(3, d.Different())).Draw(t, "k")
		g, err := cluster.KModes(d, cluster.Settings{K: k, Starts: 2})
		if err != nil {
			t.Fatal(err)
		}
		cost := 0.0
		for guest, label := range g.Labels {
			if label == 0 {
				continue
			}
			least := math.Inf(1)
			for _, group := range g.Groups {
				differ := 0.0
				for j, a := range attributes {
					if a.Codes[guest] > 0 && a.Codes[guest] != group.Centre[j].Code {
						differ++
					}
				}
				least = min(least, differ)
			}
			cost += least
		}
		for i, group := range g.Groups {
			for j, value := range group.Centre {
				if !isMode(attributes[j].Codes, g.Labels, uint16(i+1), value.Code) {
					t.Fatalf("group %d: level %d is no mode of %s", i+1, value.Code, value.Attribute)
				}
			}
		}
		if g.Converged && cost != g.Cost {
			t.Fatalf("cost %v, want %v", g.Cost, cost)
		}
	})
}
