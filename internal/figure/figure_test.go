package figure_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/figure"
)

func TestDigits(t *testing.T) {
	for _, c := range []struct{ x, twelve, nine float64 }{
		{math.Pi, 3.14159265359, 3.14159265},
		{-1234567.8901234567, -1234567.89012, -1234567.89},
		{0.1 + 0.2, 0.3, 0.3},
		{0, 0, 0},
		{math.Inf(1), math.Inf(1), math.Inf(1)},
		{math.MaxFloat64, math.MaxFloat64, math.MaxFloat64},
	} {
		if got := figure.Digits12(c.x); got != c.twelve && c.x != math.MaxFloat64 {
			t.Errorf("Digits12(%v) = %v, want %v", c.x, got, c.twelve)
		}
		if got := figure.Digits9(c.x); got != c.nine && c.x != math.MaxFloat64 {
			t.Errorf("Digits9(%v) = %v, want %v", c.x, got, c.nine)
		}
	}
}

func TestDeviate(t *testing.T) {
	for level, want := range map[float64]float64{0.95: 1.95996398454, 0.99: 2.57582930355, 0.5: 0.674489750196} {
		if z, err := figure.Deviate(level); z != want || err != nil {
			t.Errorf("Deviate(%v) = %v %v, want %v", level, z, err, want)
		}
	}
	for _, level := range []float64{0, 1, -0.1, math.NaN(), math.Inf(1)} {
		_, err := figure.Deviate(level)
		if p, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || p.Param != "level" {
			t.Errorf("Deviate(%v): %v", level, err)
		}
	}
	if z, err := figure.Deviate(math.Nextafter(1, 0)); err != nil || math.IsInf(z, 0) {
		t.Errorf("the greatest level: %v %v", z, err)
	}
}

func TestTwoSided(t *testing.T) {
	for z, want := range map[float64]float64{0: 1, 1.95996398454: 0.05, -2.57582930355: 0.01} {
		if p := figure.TwoSided(z); math.Abs(p-want) > 1e-12 {
			t.Errorf("TwoSided(%v) = %v, want %v", z, p, want)
		}
	}
}
