package concentration_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// letters returns the classes in the order of the amounts.
func letters(t failer, rules concentration.ABC, list []decimal.Decimal) string {
	t.Helper()
	classes, err := rules.Classify(column(t, 2, list))
	if err != nil {
		t.Fatalf("classify: %v", err)
	}
	text := ""
	for _, class := range classes.Classes() {
		text += class.String()
	}
	return text
}

// 80/95 on ten made guests of 2000 in all, by hand; the seventh takes the share to exactly 0.95.
func TestClassesOfTenGuests(t *testing.T) {
	falling := decs("900", "400", "250", "120", "90", "80", "60", "40", "35", "25")
	if got := letters(t, concentration.ABC{}, falling); got != "AAAABBBCCC" {
		t.Errorf("share before: got %s", got)
	}
	after := concentration.ABC{Boundary: concentration.ShareAfter}
	if got := letters(t, after, falling); got != "AAABBBBCCC" {
		t.Errorf("share after: got %s", got)
	}
	if got := letters(t, concentration.ABC{}, tenGuests()); got != "CABAAACBBC" { // 35 900 60 400 120 250 25 90 80 40
		t.Errorf("shuffled: got %s", got)
	}
}

func TestABCAtTheEdges(t *testing.T) {
	before, after := concentration.ShareBefore, concentration.ShareAfter
	tests := []struct {
		name  string
		rules concentration.ABC
		list  []decimal.Decimal
		want  string
	}{
		{"no guests", concentration.ABC{}, nil, ""},
		{"one guest, before", concentration.ABC{}, decs("5"), "A"},
		{"one guest, after", concentration.ABC{Boundary: after}, decs("5"), "C"},
		{"nobody brings anything", concentration.ABC{}, decs("0", "0"), "CC"},
		{"only refunds", concentration.ABC{}, decs("-5", "-1"), "CC"},
		{"total below 0", concentration.ABC{}, decs("80", "20", "-500"), "ABC"},
		{"refund does not move the others", concentration.ABC{}, decs("80", "20", "-90"), "ABC"},
		{"zero is C though B is 1, after", concentration.ABC{A: dec("0.8"), B: dec("1"), Boundary: after}, decs("80", "20", "0"), "ABC"},
		{"exactly 80 %, before", concentration.ABC{}, decs("50", "30", "20"), "AAB"},
		{"exactly 80 %, after", concentration.ABC{Boundary: after}, decs("50", "30", "20"), "AAC"},
		{"a hair over 80 %, after", concentration.ABC{Boundary: after}, decs("50", "30.01", "19.99"), "ABC"},
		{"tie together, before", concentration.ABC{A: dec("0.5"), B: dec("0.9")}, decs("40", "20", "20", "20"), "AAAA"},
		{"tie split, before", concentration.ABC{A: dec("0.5"), B: dec("0.9"), Ties: concentration.TiesSplit}, decs("40", "20", "20", "20"), "AABB"},
		{"tie together, after", concentration.ABC{A: dec("0.6"), B: dec("0.9"), Boundary: after}, decs("40", "20", "20", "20"), "ACCC"},
		{"tie split, after", concentration.ABC{A: dec("0.6"), B: dec("0.9"), Boundary: after, Ties: concentration.TiesSplit}, decs("40", "20", "20", "20"), "AABC"},
		{"tie split goes by the order given", concentration.ABC{A: dec("0.5"), B: dec("0.9"), Ties: concentration.TiesSplit}, decs("20", "20", "40", "20"), "ABAB"},
		{"best fifth and half of guests", concentration.ABC{A: dec("0.2"), B: dec("0.5"), Of: concentration.OfGuests, Boundary: before}, decs("9", "8", "7", "6", "5", "4", "3", "2", "1", "0"), "AABBBCCCCC"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := letters(t, tt.rules, tt.list); got != tt.want {
				t.Errorf("want %s, got %s", tt.want, got)
			}
		})
	}
}

func TestABCGroupsAddUp(t *testing.T) {
	classes, err := concentration.ABC{}.Classify(column(t, 2, append(tenGuests(), decs("-100.005", "0")...)))
	if err != nil {
		t.Fatal(err)
	}
	groups := classes.Groups()
	wants := []struct {
		guests             int
		guestRate          string
		amount, rate, text string
	}{
		{4, "0.333333", "1670", "0.835", "A"}, {3, "0.25", "230", "0.115", "B"}, {5, "0.416667", "-0.005", "-0.000002", "C"},
	}
	for i, want := range wants {
		got := groups[i]
		if got.Guests != want.guests || !got.GuestRate.Equal(dec(want.guestRate)) || !got.Amount.Equal(dec(want.amount)) || !got.Rate.Equal(dec(want.rate)) || got.Class.String() != want.text {
			t.Errorf("want %+v, got %+v", want, got)
		}
	}
	if rules := classes.Rules(); rules.Boundary != concentration.ShareBefore || rules.Ties != concentration.TiesTogether || !rules.B.Equal(dec("0.95")) || rules.Of != concentration.OfAmount {
		t.Errorf("defaults are not filled in: %+v", rules)
	}
	empty, err := concentration.ABC{}.Classify(column(t, 2, nil))
	if err != nil || empty.Groups()[2].Guests != 0 || !empty.Groups()[0].Rate.IsZero() {
		t.Errorf("no guests: got %+v, %v", empty, err)
	}
}

func TestABCRefusesWrongRules(t *testing.T) {
	for param, rules := range map[string]concentration.ABC{
		"ABC.A":        {A: dec("-0.1")},
		"ABC.B":        {A: dec("0.9"), B: dec("0.8")},
		"ABC.Boundary": {Boundary: 9},
		"ABC.Ties":     {Ties: 9},
		"ABC.Of":       {Of: 9},
	} {
		_, err := rules.Classify(column(t, 2, tenGuests()))
		refusetest.Param(t, err, param)
	}
	if err := (concentration.ABC{A: dec("0.8"), B: dec("0.8")}).Validate(); err != nil {
		t.Errorf("no class B: %v", err)
	}
	refusetest.Param(t, concentration.ABC{A: dec("80")}.Validate(), "ABC.A")
	refusetest.Param(t, concentration.ABC{A: decimal.New(1, -2_000_000_000)}.Validate(), "ABC.A")
	refusetest.Param(t, concentration.ABC{B: dec("1.01")}.Validate(), "ABC.B")
}

// plainABC walks down the sorted list with fractions.
func plainABC(rules concentration.ABC, list []decimal.Decimal) string {
	order := make([]int, len(list))
	gross := new(big.Rat)
	for i, x := range list {
		order[i] = i
		if x.Sign() > 0 {
			gross.Add(gross, x.Rat())
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return list[j].Cmp(list[i]) })
	letters := make([]byte, len(list))
	sum := new(big.Rat)
	for rank := 0; rank < len(order); {
		to := rank + 1
		for rules.Ties == concentration.TiesTogether && to < len(order) && list[order[to]].Equal(list[order[rank]]) {
			to++
		}
		before := new(big.Rat).Set(sum)
		if rules.Of == concentration.OfGuests {
			before.SetFrac64(int64(rank), 1)
		}
		for _, i := range order[rank:to] {
			sum.Add(sum, list[i].Rat())
		}
		after := new(big.Rat).Set(sum)
		base := gross
		if rules.Of == concentration.OfGuests {
			after.SetFrac64(int64(to), 1)
			base = big.NewRat(int64(len(list)), 1)
		}
		inside := func(limit decimal.Decimal) bool {
			goal := new(big.Rat).Mul(limit.Rat(), base)
			if rules.Boundary == concentration.ShareBefore {
				return before.Cmp(goal) < 0
			}
			return after.Cmp(goal) <= 0
		}
		letter := byte('C')
		switch {
		case list[order[rank]].Sign() <= 0:
		case inside(rules.A):
			letter = 'A'
		case inside(rules.B):
			letter = 'B'
		}
		for _, i := range order[rank:to] {
			letters[i] = letter
		}
		rank = to
	}
	return string(letters)
}

func TestABCEqualsThePlainWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawAmounts(t)
		rules := concentration.ABC{
			A: decimal.New(rapid.Int64Range(1, 60).Draw(t, "a"), -2), B: decimal.New(rapid.Int64Range(60, 100).Draw(t, "b"), -2),
			Boundary: concentration.Boundary(rapid.IntRange(1, 2).Draw(t, "boundary")), Ties: concentration.Ties(rapid.IntRange(1, 2).Draw(t, "ties")),
			Of: concentration.ShareOf(rapid.IntRange(1, 2).Draw(t, "of")),
		}
		want := plainABC(rules, list)
		if got := letters(t, rules, list); got != want {
			t.Fatalf("want %s, got %s", want, got)
		}
		if rules.Ties == concentration.TiesTogether {
			shuffled := rapid.Permutation(list).Draw(t, "shuffled")
			if got := letters(t, rules, shuffled); got != plainABC(rules, shuffled) {
				t.Fatalf("shuffled: got %s", got)
			}
		}
	})
}
