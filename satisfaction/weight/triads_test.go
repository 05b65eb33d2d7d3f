package weight_test

import (
	"reflect"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// A circle is told in its own direction: each thing is judged above the next one, and the last above the first.
func TestCirclesAreToldInTheirDirection(t *testing.T) {
	one, more, less := weight.Ratio{Num: 1, Den: 1}, weight.Ratio{Num: 2, Den: 1}, weight.Ratio{Num: 1, Den: 2}
	for _, test := range []struct {
		square [][]weight.Ratio
		want   [][3]int
	}{
		{[][]weight.Ratio{{one, more, less}, {less, one, more}, {more, less, one}}, [][3]int{{0, 1, 2}}},
		{[][]weight.Ratio{{one, less, more}, {more, one, less}, {less, more, one}}, [][3]int{{0, 2, 1}}},
		{[][]weight.Ratio{{one, more, more}, {less, one, more}, {less, less, one}}, nil},
	} {
		got := weigh(t, fromSquare(t, test.square), weight.Eigenvector, weight.Saaty).Consistency.Triads
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("got %v, want %v", got, test.want)
		}
	}
}
