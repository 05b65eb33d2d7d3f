package hotelcrm_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// Sorted, a guest's equals stand in one run: those before it are below, those after it above.
func TestRankAgainstSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.IntRange(-3, 3), 1, 40).Draw(t, "list")
		i := rapid.IntRange(0, len(list)-1).Draw(t, "i")
		even := rapid.Bool().Draw(t, "only even ones are known")
		known := func(k int) bool { return !even || list[k]%2 == 0 }
		var others []int
		for k, v := range list {
			if k != i && known(k) {
				others = append(others, v)
			}
		}
		slices.Sort(others)
		from, _ := slices.BinarySearch(others, list[i])
		to, _ := slices.BinarySearch(others, list[i]+1)
		want := hotelcrm.Rank{Below: from, Equal: to - from, Above: len(others) - to}
		if got := hotelcrm.RankOf(i, len(list), func(a, b int) int { return 7 * cmp.Compare(list[a], list[b]) }, known); got != want {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}

func TestRankShareIsCutOff(t *testing.T) {
	for _, test := range []struct {
		rank hotelcrm.Rank
		want string
		ok   bool
	}{
		{hotelcrm.Rank{Below: 2, Above: 1}, "0.666666", true},
		{hotelcrm.Rank{Below: 9_999_999, Equal: 1}, "0.999999", true},
		{hotelcrm.Rank{Below: 3}, "1", true},
		{hotelcrm.Rank{Above: 3}, "0", true},
		{hotelcrm.Rank{}, "0", false},
	} {
		if got, ok := test.rank.Share(); !got.Equal(decimal.RequireFromString(test.want)) || ok != test.ok {
			t.Errorf("%+v: %v %v, want %s", test.rank, got, ok, test.want)
		}
	}
}

func ExampleRankOf_whoSpendsHowMuch() {
	euros := func(n int64) decimal.Decimal { return decimal.NewFromInt(n) }
	revenue, err := hotelcrm.AmountsOf(2, euros(120), euros(4000), euros(900), euros(900), euros(75))
	if err != nil {
		fmt.Println(err)
		return
	}
	rank := hotelcrm.RankOf(2, revenue.Len(), revenue.Compare, nil)
	share, _ := rank.Share()
	fmt.Printf("%+v: more than %s of the others\n", rank, share)
	// Output: {Below:2 Equal:1 Above:1}: more than 0.5 of the others
}

func ExampleRank_recentGuestsOfThoseWhoAnswered() {
	days, answered := []int{3, 40, 400, 12}, []bool{true, true, false, true}
	rank := hotelcrm.RankOf(0, len(days), func(a, b int) int { return cmp.Compare(days[b], days[a]) }, func(k int) bool { return answered[k] })
	fmt.Println("more recent than", rank.Below, "of", rank.Others())
	// Output: more recent than 2 of 2
}
