package cluster_test

import (
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

func silhouetteOf(t *testing.T, numbers []float64, labels []uint16, s cluster.SilhouetteSettings) *cluster.Silhouettes {
	t.Helper()
	d := data(t, []cluster.Attribute{{ID: "nights", Numbers: numbers}}, cluster.Raw)
	return must[*cluster.Silhouettes](t)(cluster.Silhouette(d, labels, s))
}

// Guests who are all alike are no nearer to one group than to the other: 0, not 0 over 0.
func TestSilhouetteOfGuestsWhoAreAlike(t *testing.T) {
	s := silhouetteOf(t, []float64{5, 5, 5, 5}, []uint16{1, 1, 2, 2}, cluster.SilhouetteSettings{})
	if !slices.Equal(s.Values, []float64{0, 0, 0, 0}) || s.Mean != 0 || s.Misfits != 0 {
		t.Errorf("got %+v, values %v", s, s.Values)
	}
}

// Two guests of ten nights are in the group of those of none: each is a misfit, though they are one row.
func TestMisfitsAreGuests(t *testing.T) {
	s := silhouetteOf(t, []float64{0, 0, 0, 10, 10, 10, 10, 11}, []uint16{1, 1, 1, 1, 1, 2, 2, 2}, cluster.SilhouetteSettings{})
	if s.Misfits != 2 || !slices.Equal(s.Sizes, []int{5, 3}) {
		t.Errorf("%d misfits in groups of %v", s.Misfits, s.Sizes)
	}
	near(t, "guest of 10 nights", s.Values[3], (1./3-7.5)/7.5) // a = 30/4, b = 1/3
}

// As many guests as the limit are all looked at; of more, exactly so many, however many are alike.
func TestSilhouetteOfASample(t *testing.T) {
	numbers, labels := make([]float64, 40), make([]uint16, 40)
	for i := range numbers {
		numbers[i], labels[i] = float64(i%2*9+i%4/2), uint16(i%2+1)
	}
	all := silhouetteOf(t, numbers, labels, cluster.SilhouetteSettings{Limit: 40})
	if all.Guests != 40 || all.Of != 40 || len(all.Values) != 40 {
		t.Errorf("at the limit: %+v", all)
	}
	some := silhouetteOf(t, numbers, labels, cluster.SilhouetteSettings{Limit: 12})
	if some.Guests != 12 || some.Sizes[0]+some.Sizes[1] != 12 || some.Of != 40 || some.Values != nil {
		t.Errorf("above it: %+v", some)
	}
}
