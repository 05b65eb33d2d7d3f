package segment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

func TestConditionsMayBeAsDeepAndAsManyAsSaid(t *testing.T) {
	table := oneGuest(row{})
	for _, deeper := range []int{0, 1} {
		c := segment.AllOf()
		for range segment.MaxDepth - 1 + deeper {
			c = segment.NotThat(c)
		}
		m, err := table.Match(c)
		if (err == nil) != (deeper == 0) {
			t.Errorf("%d deep: %v", segment.MaxDepth+deeper, err)
		}
		if err == nil && m.Holds(0) != (segment.MaxDepth%2 != 0) {
			t.Errorf("%d deep: holds the wrong way", segment.MaxDepth)
		}
	}
	for _, more := range []int{0, 1} {
		list := make([]segment.Condition, segment.MaxNodes-1+more)
		for i := range list {
			list[i] = segment.AllOf()
		}
		if _, err := table.Match(segment.AllOf(list...)); (err == nil) != (more == 0) {
			t.Errorf("%d conditions: %v", segment.MaxNodes+more, err)
		}
	}
}
