package worth

import (
	"fmt"
	"testing"
)

func TestRankScale(t *testing.T) {
	for n, want := range map[int]string{
		0: "{[] []}", 1: "{[] [3]}", 2: "{[2] [5 1]}", 3: "{[2 3] [5 3 1]}", 5: "{[2 3 4 5] [5 4 3 2 1]}", 8: "{[3 5 6 8] [5 4 3 2 1]}",
		10: "{[3 5 7 9] [5 4 3 2 1]}",
	} {
		if got := fmt.Sprint(rankScale(n)); got != want {
			t.Errorf("%d ranks: %s, want %s", n, got, want)
		}
	}
}

func TestFifths(t *testing.T) {
	for _, test := range []struct {
		numbers []int64
		want    string
	}{
		{nil, "{[] []}"},
		{[]int64{7_000_000, 7_000_000, 7_000_000}, "{[] [3]}"},
		{[]int64{5_000_000, 1_000_000, 3_000_000, 2_000_000, 4_000_000}, "{[2 3 4 5] [1 2 3 4 5]}"},
		{[]int64{1, 1, 1, 2_500_000}, "{[2.5] [1 5]}"},
		{[]int64{-4_000_000, -4_000_000, 0, 0, 0, 9_000_000, 9_000_000}, "{[0 9] [1 3 5]}"},
	} {
		if got := fmt.Sprint(fifths(test.numbers)); got != test.want {
			t.Errorf("%v: %s, want %s", test.numbers, got, test.want)
		}
	}
}
