package mood_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/mood"
)

func TestUnhappyIsBelowTheMiddle(t *testing.T) {
	for _, test := range []struct {
		low, high, score float64
		want             bool
	}{
		{1, 5, 2.9999, true},
		{1, 5, 3, false},
		{1, 5, math.Nextafter(3, 0), false}, // a weighted sum of threes
		{1, 5, 2.5, true},
		{2, 10, 5.9, true}, // the ladder: 6 is fair
		{2, 10, 6, false},
		{-3, 3, -0.1, true}, // keywords: 0 is no feeling
		{-3, 3, 0, false},
		{0, 10, 4.9, true},
		{0, 10, 5, false},
		{1, 10, 5.4, true}, // no answer is the middle
		{1, 10, 5.6, false},
	} {
		if got := mood.Unhappy(test.score, mood.Middle(test.low, test.high)); got != test.want {
			t.Errorf("%v on %v to %v: %v", test.score, test.low, test.high, got)
		}
	}
}
