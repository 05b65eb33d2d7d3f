package concentration_test

import (
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// An amount that spills over its scale counts like any other.
func TestSpilledAmountsEqualThePlainPath(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []decimal.Decimal
		for _, cents := range rapid.SliceOfN(rapid.Int64Range(-500, 2000), 1, 20).Draw(t, "cents") {
			list = append(list, decimal.New(cents, -2))
		}
		plain, err := concentration.Of(column(t, 2, list))
		spilled, spilledErr := concentration.Of(column(t, 0, list))
		if (err == nil) != (spilledErr == nil) {
			t.Fatalf("plain %v, spilled %v", err, spilledErr)
		}
		if err == nil {
			if diff := cmp.Diff(describe(t, plain), describe(t, spilled), sameDecimals()); diff != "" {
				t.Fatalf("(-plain +spilled):\n%s", diff)
			}
		}
	})
}

// facts is everything that can be asked of a Distribution.
type facts struct {
	Guests, Negative int
	Total            decimal.Decimal
	Tops             []decimal.Decimal
	Curve            []concentration.Share
	TopGuests        []concentration.Share
	GuestsFor        []concentration.Share
	Gini             decimal.Decimal
	HasGini          bool
}

func parts() []decimal.Decimal {
	return decs("0", "0.05", "0.2", "0.333333333333333333333333", "0.5", "0.8", "0.95", "0.999999", "1")
}

func describe(t failer, c *concentration.Distribution) facts {
	t.Helper()
	out := facts{Guests: c.Guests(), Negative: c.Negative(), Total: c.Total()}
	for n := range c.Guests() + 1 {
		out.Tops = append(out.Tops, c.Top(n))
	}
	var failed error
	note := func(err error) { failed = errors.Join(failed, err) }
	for _, part := range parts() {
		top, err := c.TopGuests(part)
		note(err)
		least, err := c.GuestsFor(part)
		note(err)
		out.TopGuests, out.GuestsFor = append(out.TopGuests, top), append(out.GuestsFor, least)
	}
	var err error
	out.Curve, err = c.Curve(7)
	note(err)
	out.Gini, out.HasGini, err = c.Gini(9)
	note(err)
	if failed != nil {
		t.Fatalf("%v", failed)
	}
	return out
}

// roundHalfEven rounds a fraction exactly.
func roundHalfEven(r *big.Rat, places int) decimal.Decimal {
	scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)))
	floor := new(big.Int).Div(scaled.Num(), scaled.Denom()) // Euclidean: towards minus infinity
	rest := new(big.Rat).Sub(scaled, new(big.Rat).SetInt(floor))
	if c := rest.Cmp(big.NewRat(1, 2)); c > 0 || c == 0 && floor.Bit(0) == 1 {
		floor.Add(floor, big.NewInt(1))
	}
	return decimal.NewFromBigInt(floor, -int32(places))
}

// plainFacts finds the same by adding up decimals, one by one.
func plainFacts(list []decimal.Decimal, curve []int) facts {
	sorted := slices.SortedFunc(slices.Values(list), func(a, b decimal.Decimal) int { return b.Cmp(a) })
	n := len(sorted)
	out := facts{Guests: n, Tops: []decimal.Decimal{{}}}
	weighted := decimal.Zero
	for i, d := range sorted {
		out.Total = out.Total.Add(d)
		out.Tops = append(out.Tops, out.Total)
		weighted = weighted.Add(d.Mul(decimal.New(int64(n-i), 0)))
		if d.Sign() < 0 {
			out.Negative++
		}
	}
	share := func(guests int) concentration.Share {
		rate := new(big.Rat).Quo(out.Tops[guests].Rat(), out.Total.Rat())
		return concentration.Share{
			Guests: guests, GuestRate: roundHalfEven(big.NewRat(int64(guests), int64(n)), 6),
			Amount: out.Tops[guests], Rate: roundHalfEven(rate, 6),
		}
	}
	for _, part := range parts() {
		guests := int(part.Mul(decimal.New(int64(n), 0)).Ceil().IntPart())
		out.TopGuests = append(out.TopGuests, share(guests))
		goal := part.Mul(out.Total)
		least := slices.IndexFunc(out.Tops, func(top decimal.Decimal) bool { return top.GreaterThanOrEqual(goal) })
		out.GuestsFor = append(out.GuestsFor, share(least))
	}
	for _, guests := range curve {
		out.Curve = append(out.Curve, share(guests))
	}
	if out.HasGini = out.Negative == 0; out.HasGini {
		gini := new(big.Rat).Mul(weighted.Rat(), big.NewRat(2, int64(n)))
		gini.Quo(gini, out.Total.Rat()).Sub(gini, big.NewRat(int64(n)+1, int64(n)))
		out.Gini = roundHalfEven(gini, 9)
	}
	return out
}

// drawAmounts draws amounts with many ties, some of them beyond any column of integers.
func drawAmounts(t *rapid.T) []decimal.Decimal {
	amount := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-30, 10).Draw(t, "exponent"))
		case 1:
			return rapid.SampledFrom([]decimal.Decimal{
				decimal.New(math.MaxInt64, -2), decimal.New(math.MinInt64, -2), decimal.New(math.MinInt64, -2).Sub(dec("0.01")), dec("0.001"), dec("-0.001"), dec("10.0000"),
			}).Draw(t, "edge")
		case 2, 3:
			return decimal.New(rapid.Int64Range(-300, 300).Draw(t, "coefficient"), -2)
		}
		return decimal.New(rapid.Int64Range(0, 20).Draw(t, "coefficient"), rapid.SampledFrom([]int32{-3, -2, -1, 0, 2}).Draw(t, "exponent"))
	})
	return rapid.SliceOfN(amount, 1, 25).Draw(t, "amounts")
}

func TestDistributionEqualsThePlainSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawAmounts(t)
		places := rapid.IntRange(0, 6).Draw(t, "places")
		c, err := concentration.Of(column(t, places, list))
		total := decimal.Zero
		for _, d := range list {
			total = total.Add(d)
		}
		if total.Sign() <= 0 {
			if err == nil {
				t.Fatalf("a total of %s was taken", total)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		got := describe(t, c)
		var curve []int
		for _, share := range got.Curve {
			curve = append(curve, share.Guests)
		}
		checkCurve(t, curve, len(list), 7)
		if diff := cmp.Diff(plainFacts(list, curve), got, sameDecimals()); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		other, err := concentration.Of(column(t, places, rapid.Permutation(list).Draw(t, "another order")))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(got, describe(t, other), sameDecimals()); diff != "" {
			t.Fatalf("(-one order +other):\n%s", diff)
		}
	})
}

// checkCurve checks that the points lie at distances that differ by one guest at most, from none to all.
func checkCurve(t *rapid.T, guests []int, n, steps int) {
	t.Helper()
	steps = min(steps, n)
	if len(guests) != steps+1 || guests[0] != 0 || guests[steps] != n {
		t.Fatalf("want %d points from 0 to %d, got %v", steps+1, n, guests)
	}
	for i := range steps {
		if step := guests[i+1] - guests[i]; step < n/steps || step > (n+steps-1)/steps {
			t.Fatalf("want equal distances, got %v", guests)
		}
	}
}

func TestTheCurveBendsDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []decimal.Decimal
		for _, cents := range rapid.SliceOfN(rapid.Int64Range(-300, 5000), 2, 60).Draw(t, "cents") {
			list = append(list, decimal.New(cents, -2))
		}
		list = append(list, dec("200")) // a total above 0
		list = append(list, dec("1000"))
		c, err := concentration.Of(column(t, 2, list))
		if err != nil {
			t.Fatal(err)
		}
		curve, err := c.Curve(c.Guests())
		if err != nil {
			t.Fatal(err)
		}
		first, last := curve[0], curve[len(curve)-1]
		if !first.Rate.IsZero() || !first.GuestRate.IsZero() || !last.Rate.Equal(dec("1")) || !last.GuestRate.Equal(dec("1")) || !last.Amount.Equal(c.Total()) {
			t.Fatalf("from %+v to %+v", first, last)
		}
		for i := 1; i < len(curve); i++ {
			step := curve[i].Amount.Sub(curve[i-1].Amount)
			if rising := i <= c.Guests()-c.Negative(); rising != (step.Sign() >= 0) {
				t.Fatalf("%d of %d negative, step %d is %s", c.Negative(), c.Guests(), i, step)
			}
			if i > 1 && step.GreaterThan(curve[i-1].Amount.Sub(curve[i-2].Amount)) {
				t.Fatalf("step %d is larger than the one before", i)
			}
		}
	})
}
