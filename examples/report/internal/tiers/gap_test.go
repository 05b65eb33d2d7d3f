package tiers

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func TestGaps(t *testing.T) {
	need := func(metric loyalty.Metric, have, atLeast int64) loyalty.Need {
		return loyalty.Need{
			Metric: metric, Have: decimal.NewFromInt(have), AtLeast: new(decimal.NewFromInt(atLeast)),
			Missing: decimal.NewFromInt(max(0, atLeast-have)),
		}
	}
	atMost := need(loyalty.Nights, 1, 4)
	atMost.AtMost = new(decimal.NewFromInt(3))
	blocked := need(loyalty.Nights, 9, 4)
	blocked.Blocked = true
	for _, test := range []struct {
		name  string
		ways  [][]loyalty.Need
		want  Gap
		found bool
	}{
		{"none", nil, Gap{}, false},
		{"half way", [][]loyalty.Need{{need(loyalty.Nights, 3, 6)}}, Gap{3, true}, true},
		{"less than half", [][]loyalty.Need{{need(loyalty.Nights, 2, 6)}}, Gap{4, false}, true},
		{"the shorter way", [][]loyalty.Need{{need(loyalty.Nights, 1, 9)}, {need(loyalty.Nights, 1, 3)}}, Gap{2, false}, true},
		{"not by nights alone", [][]loyalty.Need{{need(loyalty.Nights, 3, 6), need(loyalty.Spend, 1, 2)}}, Gap{}, false},
		{"nights are left", [][]loyalty.Need{{need(loyalty.Nights, 3, 6), need(loyalty.Spend, 2, 2)}}, Gap{3, true}, true},
		{"the longer of two", [][]loyalty.Need{{need(loyalty.Nights, 3, 6), need(loyalty.Nights, 3, 9)}}, Gap{6, false}, true},
		{"too many", [][]loyalty.Need{{atMost}}, Gap{}, false},
		{"blocked", [][]loyalty.Need{{blocked}}, Gap{}, false},
	} {
		if got, found := Missing(test.ways, loyalty.Nights); got != test.want || found != test.found {
			t.Errorf("%s: %v %v, want %v %v", test.name, got, found, test.want, test.found)
		}
	}
}
