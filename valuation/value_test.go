package valuation_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func incrementalOf(t failer, c *valuation.Current, p *valuation.Potential, u valuation.Uplift) *valuation.Incremental {
	t.Helper()
	v, err := valuation.IncrementalOf(c, p, u)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return v
}

func TestIncrementalValueIsAPartOfTheCurrentOne(t *testing.T) {
	c := valued(t, "1000", "1000", "-50", "33.33", "", "500")
	p := scored(t, "5", "2.5", "5", "1", "5", "")
	v := incrementalOf(t, c, p, valuation.Uplift{Top: points("5")[0], AtTop: dec("0.2")})
	for i, want := range []string{"200", "100", "0", "1.33", "0", "0"} {
		if got := v.Values().At(i); !got.Equal(dec(want)) || v.Known(i) != (i < 4) {
			t.Errorf("guest %d: got %v (known %v), want %s", i, got, v.Known(i), want)
		}
	}
	if v.Unknown() != 2 || v.Current() != c || v.Potential() != p || !v.Uplift().AtTop.Equal(dec("0.2")) {
		t.Errorf("the result does not say what it was made from: %+v", v)
	}
}

func TestIncrementalRefuses(t *testing.T) {
	c, p, top := valued(t, "1"), scored(t, "1"), points("5")[0]
	_, err := valuation.IncrementalOf(nil, p, valuation.Uplift{Top: top})
	refusetest.Param(t, err, "current")
	_, err = valuation.IncrementalOf(c, nil, valuation.Uplift{Top: top})
	refusetest.Param(t, err, "potential")
	_, err = valuation.IncrementalOf(c, p, valuation.Uplift{})
	refusetest.Param(t, err, "Uplift.Top")
	_, err = valuation.IncrementalOf(c, p, valuation.Uplift{Top: top, AtTop: dec("-0.1")})
	refusetest.Param(t, err, "Uplift.AtTop")
	_, err = valuation.IncrementalOf(c, p, valuation.Uplift{Top: top, AtTop: decimal.New(1, 1<<30)})
	refusetest.Param(t, err, "Uplift.AtTop")
	_, err = valuation.LifetimeOf(nil, nil)
	refusetest.Param(t, err, "incremental")
	v := incrementalOf(t, c, p, valuation.Uplift{Top: top})
	_, err = valuation.LifetimeOf(v, matrixOf(t, valued(t, "1"), p, valuation.MatrixSetup{}))
	refusetest.Param(t, err, "matrix")
	_, err = valuation.LifetimeOf(v, nil)
	refusetest.Param(t, err, "matrix")
}

func TestLifetimeValuesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		guests, setup := drawGuests(t), drawSetup(t)
		s := summariesOf(t, guests...)
		h := historicOf(t, s, "1000.01", s.Len())
		c := currentOf(t, h, setup)
		scores := make([]valuation.Score, s.Len())
		unknown := make([]bool, s.Len())
		for i := range scores {
			scores[i] = valuation.Score(rapid.Int64Range(0, 1e9).Draw(t, "score"))
			unknown[i] = rapid.IntRange(0, 9).Draw(t, "unknown") == 0
		}
		p, err := valuation.NewPotential(scores, unknown)
		if err != nil {
			t.Fatalf("%v", err)
		}
		uplift := valuation.Uplift{Top: valuation.Score(rapid.Int64Range(1, 1e9).Draw(t, "top")), AtTop: decimal.New(rapid.Int64Range(0, 3000).Draw(t, "uplift"), -3)}
		v := incrementalOf(t, c, p, uplift)
		l, err := valuation.LifetimeOf(v, matrixOf(t, c, p, valuation.MatrixSetup{}))
		if err != nil {
			t.Fatalf("%v", err)
		}
		for i := range scores {
			got := l.At(i)
			if got.Total.Valid == unknown[i] {
				t.Fatalf("guest %d: total %v, unknown %v", i, got.Total, unknown[i])
			}
			want := new(big.Rat)
			if current := c.Values().At(i); current.IsPositive() && !unknown[i] {
				want.SetFrac64(int64(scores[i]), int64(uplift.Top))
				want.Mul(want, current.Rat()).Mul(want, uplift.AtTop.Rat())
			}
			if rounded := roundRat(want, setup.Convention.Rounding); !v.Values().At(i).Equal(rounded) {
				t.Fatalf("guest %d: could add %v, want %v", i, v.Values().At(i), rounded)
			}
			sum := got.Historic.Amount.Add(got.Current.Amount).Add(got.Incremental.Decimal)
			if !unknown[i] && (!got.Total.Decimal.Equal(sum) || !l.Totals().At(i).Equal(sum)) {
				t.Fatalf("guest %d: total %v and %v, want %v", i, got.Total, l.Totals().At(i), sum)
			}
		}
	})
}

func TestLifetimeOfOneGuest(t *testing.T) {
	c, p := valued(t, "1000", "200"), scored(t, "4", "2")
	v, matrix := incrementalOf(t, c, p, valuation.Uplift{Top: points("5")[0], AtTop: dec("0.25")}), matrixOf(t, c, p, valuation.MatrixSetup{})
	l, err := valuation.LifetimeOf(v, matrix)
	if err != nil || l.Matrix() != matrix {
		t.Fatal(err)
	}
	got, ok := l.Find("G0000")
	if !ok || !got.Total.Decimal.Equal(dec("2200")) || got.Class != valuation.HighValue || l.Len() != 2 {
		t.Errorf("got %+v, %v", got, ok)
	}
	if _, ok := l.Find("nobody"); ok {
		t.Error("found nobody")
	}
	data, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"amount":"1000"`, `"rate":"0 per year"`, `"score":"4"`, `"class":"high-value"`, `"historicDefinition":"CHV = `, `"total":"2200"`, `"rule":"over-relation"`,
	} {
		if !strings.Contains(string(data), part) {
			t.Errorf("%s lacks %s", data, part)
		}
	}
}
