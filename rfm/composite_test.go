package rfm_test

import (
	"cmp"
	"encoding/json"
	"math/big"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestCompositeEqualsThePlainSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := scoresOf(t, drawGuests(t, 0, 30), rfm.Same(rfm.NTile, rapid.IntRange(2, 10).Draw(t, "bins")))
		weight := rapid.Custom(func(t *rapid.T) decimal.Decimal {
			return decimal.New(rapid.Int64Range(0, 7).Draw(t, "coefficient"), rapid.Int32Range(-20, 1).Draw(t, "exponent"))
		})
		weights := rfm.Weights{R: weight.Draw(t, "r"), F: weight.Draw(t, "f"), M: weight.Draw(t, "m")}
		composite, err := scores.Weighted(weights)
		if weights.Sum().IsZero() {
			if err == nil {
				t.Fatal("weights of 0 were taken")
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(weights, composite.Weights(), sameDecimals()); diff != "" {
			t.Fatalf("weights (-want +got):\n%s", diff)
		}
		values := make([]*big.Rat, scores.Len())
		for i, s := range list(scores) {
			values[i] = new(big.Rat)
			for _, part := range []struct {
				weight decimal.Decimal
				score  uint8
			}{{weights.R, s.R}, {weights.F, s.F}, {weights.M, s.M}} {
				values[i].Add(values[i], new(big.Rat).Mul(part.weight.Rat(), big.NewRat(int64(part.score), 1)))
			}
			if got := composite.At(i).Rat(); got.Cmp(values[i]) != 0 {
				t.Fatalf("%v: want %s, got %s", s, values[i], got)
			}
		}
		distinct := slices.SortedFunc(slices.Values(values), func(a, b *big.Rat) int { return b.Cmp(a) })
		distinct = slices.CompactFunc(distinct, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
		for i, v := range values {
			want, _ := slices.BinarySearchFunc(distinct, v, func(a, b *big.Rat) int { return cmp.Compare(0, a.Cmp(b)) })
			if got := composite.Rank(i); got != want+1 {
				t.Fatalf("guest %d with %s: want rank %d, got %d", i, v, want+1, got)
			}
		}
	})
}

func TestCompositeOfFiveAxesEqualsThePlainSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores := fiveOf(t, drawHistories(t, 0, 20), rfm.LRFMP(rfm.NTile, rapid.IntRange(2, 10).Draw(t, "bins")))
		weight := func(name string) decimal.Decimal {
			return decimal.New(rapid.Int64Range(0, 5).Draw(t, name), rapid.Int32Range(-2, 0).Draw(t, "exponent"))
		}
		weights := rfm.Weights{R: weight("r"), F: dec("1"), M: weight("m"), L: weight("l"), P: weight("p")}
		composite, err := scores.Weighted(weights)
		if err != nil {
			t.Fatal(err)
		}
		values := make([]decimal.Decimal, scores.Len())
		for i, s := range list(scores) {
			values[i] = decimal.NewFromInt(int64(s.F))
			for _, part := range []struct {
				weight decimal.Decimal
				score  uint8
			}{{weights.R, s.R}, {weights.M, s.M}, {weights.L, s.L}, {weights.P, s.P}} {
				values[i] = values[i].Add(part.weight.Mul(decimal.NewFromInt(int64(part.score))))
			}
			if !composite.At(i).Equal(values[i]) {
				t.Fatalf("%+v: want %s, got %s", s, values[i], composite.At(i))
			}
		}
		for i, v := range values {
			better := map[string]bool{}
			for _, other := range values {
				if other.GreaterThan(v) {
					better[other.String()] = true
				}
			}
			if got := composite.Rank(i); got != len(better)+1 {
				t.Fatalf("guest %d with %s: want rank %d, got %d", i, v, len(better)+1, got)
			}
		}
	})
}

func TestWeightsThatCannotBeAreRefused(t *testing.T) {
	one := dec("1")
	tests := []struct {
		name    string
		weights rfm.Weights
		param   string
	}{
		{"none", rfm.Weights{}, "weights"},
		{"negative recency", rfm.Weights{R: dec("-0.1"), F: one, M: one}, "weights.r"},
		{"negative frequency", rfm.Weights{F: dec("-1"), M: one}, "weights.f"},
		{"endless", rfm.Weights{M: decimal.New(1, 1<<30)}, "weights.m"},
		{"endlessly small", rfm.Weights{M: decimal.New(1, -1<<30)}, "weights.m"},
	}
	scores := scoresOf(t, all(3), rfm.Config{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			refusedAt(t, tt.weights.Validate(), tt.param)
			if _, err := scores.Weighted(tt.weights); err == nil {
				t.Error("Weighted took them")
			}
		})
	}
}

func TestWeightsSurviveJSON(t *testing.T) {
	weights := rfm.Weights{R: dec("0.25"), F: dec("0.25"), M: dec("0.5")}
	text, err := json.Marshal(weights)
	if err != nil {
		t.Fatal(err)
	}
	var read rfm.Weights
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(weights, read, sameDecimals()); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

func TestRevenueSharesAreAbsentWithoutRevenue(t *testing.T) {
	for _, money := range []string{"0", "-12.50"} {
		guests := all(2)
		for i := range guests {
			guests[i].money = dec(money)
		}
		segmentation, err := scoresOf(t, guests, rfm.Config{}).Segments(rfm.Hotel())
		if err != nil {
			t.Fatal(err)
		}
		for _, total := range segmentation.Totals() {
			if total.GuestShare == nil || total.RevenueShare != nil {
				t.Errorf("revenue %s, %s: shares %v and %v", money, total.Segment.ID, total.GuestShare, total.RevenueShare)
			}
		}
	}
}
