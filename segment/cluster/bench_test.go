package cluster_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// house returns n guests of five kinds: nights, spend beside the room, days since the last stay, and two levels.
func house(n int) []cluster.Attribute {
	random := rand.New(rand.NewPCG(1, 2))
	out := []cluster.Attribute{
		{ID: "nights", Numbers: make([]float64, n)},
		{ID: "spend", Numbers: make([]float64, n)},
		{ID: "recency", Numbers: make([]float64, n)},
		{ID: "motive", Codes: make([]uint16, n)},
		{ID: "channel", Codes: make([]uint16, n)},
	}
	for i := range n {
		kind := random.IntN(5)
		out[0].Numbers[i] = 1 + math.Floor(float64(2*kind)+3*random.Float64())
		out[1].Numbers[i] = math.Exp(float64(3+kind%3) + .4*random.NormFloat64())
		out[2].Numbers[i] = math.Floor(float64(90*(kind%4)) + 60*random.Float64())
		out[3].Codes[i], out[4].Codes[i] = uint16(1+kind%3), uint16(1+random.IntN(4))
	}
	return out
}

func BenchmarkData(b *testing.B) {
	attributes := house(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		data(b, attributes, cluster.Standard)
	}
	b.ReportMetric(1e6*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
}

func BenchmarkGroups(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		attributes := house(n)
		numbers, both := data(b, attributes[:3], cluster.Standard), data(b, attributes, cluster.Standard)
		b.Run(fmt.Sprint("means/", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := cluster.KMeans(numbers, cluster.Settings{K: 5}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprint("prototypes/", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := cluster.KPrototypes(both, cluster.Settings{K: 5}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSilhouette(b *testing.B) {
	d := data(b, house(1_000_000), cluster.Standard)
	g, err := cluster.KPrototypes(d, cluster.Settings{K: 5, Starts: 1})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cluster.Silhouette(d, g.Labels, cluster.SilhouetteSettings{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPAM(b *testing.B) {
	d := data(b, house(2000), cluster.Standard)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := cluster.PAM(d, cluster.MedoidSettings{K: 5}); err != nil {
			b.Fatal(err)
		}
	}
}
