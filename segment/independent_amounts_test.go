package segment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

// The ends of a range hold for amounts between minor units as they do for whole ones.
func TestEndsOfRangesOfExactAmounts(t *testing.T) {
	b := must(segment.NewBuilder(plainSchema(t), segment.TableSetup{AsOf: plainAsOf}, []string{"a", "b", "c"}))
	b.Guests(nil).Texts("spend", []string{"99.995", "99.996", "100.005"})
	table := must(b.Build())
	for ends, want := range map[segment.Ends][3]bool{
		segment.Closed:    {true, true, true},
		segment.ClosedLow: {true, true, false},
		segment.ClosedTop: {false, true, true},
		segment.OpenEnds:  {false, true, false},
	} {
		m := must(table.Match(segment.IsBetween("spend", "99.995", "100.0050", ends)))
		for i, holds := range want {
			if m.Holds(i) != holds || m.Rows().Has(i) != holds {
				t.Errorf("%v: %s is in the range: %v, want %v", ends, table.Text(6, i), m.Holds(i), holds)
			}
		}
	}
}
