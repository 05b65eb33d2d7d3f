package alive

import (
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
)

func TestEveryOtherGuest(t *testing.T) {
	v := &intake.Visits{Offsets: []int{0, 2, 3, 6, 7}, Arrivals: []hotelcrm.Date{1, 2, 3, 4, 5, 6, 7}}
	some := every(v, 2)
	if !slices.Equal(some.Offsets, []int{0, 2, 5}) || !slices.Equal(some.Arrivals, []hotelcrm.Date{1, 2, 4, 5, 6}) {
		t.Errorf("got %+v", some)
	}
	if one := every(v, 9); len(one.Offsets) != 2 || every(v, 1) != v {
		t.Errorf("got %+v", one)
	}
}
