package cluster_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

func nights(t *testing.T, scaling cluster.Scaling, numbers ...float64) *cluster.Data {
	t.Helper()
	return data(t, []cluster.Attribute{{ID: "nights", Numbers: numbers}}, scaling)
}

// By hand. The groups have the means 1, 12 and 30, the mean of all is 11.2; the third label has no guest.
//
//	within   1+1+4+4 = 10,  all  0+4+100+196+900 - 5·11.2² = 572.8,  CH = (562.8/2)/(10/2)
//	widths   1, 2, 0:  DB = ((1+2)/11 + (1+2)/11 + (2+0)/18)/3
func TestMeasuresByHand(t *testing.T) {
	d := nights(t, cluster.Raw, 0, 2, 10, 14, 30)
	m := must[cluster.Measures](t)(cluster.Measure(d, []uint16{1, 1, 2, 2, 4}))
	near(t, "within", m.Within, 10)
	near(t, "between", m.Between, 562.8)
	near(t, "Calinski-Harabasz", m.CalinskiHarabasz, 56.28)
	near(t, "Davies-Bouldin", m.DaviesBouldin, (6./11+1./9)/3)

	same := must[cluster.Measures](t)(cluster.Measure(nights(t, cluster.Raw, 0, 2, 0, 2), []uint16{1, 1, 2, 2}))
	if same.DaviesBouldin != 0 || same.Between != 0 {
		t.Errorf("two groups of one mean: %+v", same)
	}
	alone := must[cluster.Measures](t)(cluster.Measure(d, []uint16{1, 2, 3, 4, 5}))
	if alone.CalinskiHarabasz != 0 || alone.DaviesBouldin != 0 {
		t.Errorf("each guest a group: %+v", alone)
	}
}

// By hand, for five guests with a label in both:
//
//	counts  (2 1 / 0 2):  Σ C(n,2) = 2, rows 3+1 = 4, columns 1+3 = 4, E = 16/10, Rand = (2-1.6)/(4-1.6)
func TestAgreementByHand(t *testing.T) {
	a := must[cluster.Agreement](t)(cluster.Agree([]uint16{1, 1, 1, 2, 2, 0, 1}, []uint16{1, 1, 2, 2, 2, 1, 0}))
	near(t, "Rand", a.Rand, 1./6)
	entropy := -(.6*math.Log(.6) + .4*math.Log(.4)) // of both
	joint := -(2*.4*math.Log(.4) + .2*math.Log(.2))
	near(t, "information", a.Information, (2*entropy-joint)/entropy)
	if a.Guests != 5 {
		t.Errorf("%d guests", a.Guests)
	}
	undivided := must[cluster.Agreement](t)(cluster.Agree([]uint16{1, 1}, []uint16{2, 2}))
	if undivided.Rand != 1 || undivided.Information != 1 {
		t.Errorf("neither way divides: %+v", undivided)
	}
}

// The second guest shares no known number with the first: they are √(3²+4²) apart, the width of both ranges. The other
// distances are of one number of two: 3·√2 and 4·√2.
func TestGuestsWhoShareNothingKnown(t *testing.T) {
	none := math.NaN()
	d := data(t, []cluster.Attribute{{ID: "nights", Numbers: []float64{0, none, 3}}, {ID: "visits", Numbers: []float64{none, 0, 4}}}, cluster.Raw)
	s := must[*cluster.Silhouettes](t)(cluster.Silhouette(d, []uint16{1, 2, 1}, cluster.SilhouetteSettings{Metric: cluster.Euclidean}))
	near(t, "first", s.Values[0], 1-3*math.Sqrt2/5)
	near(t, "third", s.Values[2], 1-3./4)
	if s.Values[1] != 0 {
		t.Errorf("alone: %v", s.Values[1])
	}
}

// Scaled by the standard deviation of the guests, by n, the squares about the mean add up to the number of guests, however
// many of them are alike; a column that is the same for all adds nothing and keeps its value.
func TestStandardScalingCountsGuests(t *testing.T) {
	for _, numbers := range [][]float64{{0, 10, 20}, {0, 0, 0, 10}, {1, 2, 3, 7, 7, 7}} {
		same := make([]float64, len(numbers))
		for i := range same {
			same[i] = 0.1
		}
		d := data(t, []cluster.Attribute{{ID: "nights", Numbers: numbers}, {ID: "rate", Numbers: same}}, cluster.Standard)
		g := must[*cluster.Groups](t)(cluster.KMeans(d, cluster.Settings{K: 1}))
		near(t, "cost", g.Cost, float64(len(numbers)))
		if got := g.Groups[0].Centre[1].Number; got != 0.1 {
			t.Errorf("rate of all: %v", got)
		}
	}
}
