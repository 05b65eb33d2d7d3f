package hotelcrm_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func TestAmountsOfMinorEqualTheAmountsOneByOne(t *testing.T) {
	huge := decimal.New(math.MaxInt64, 3)
	list := []decimal.Decimal{decimal.New(8950, -2), huge, decimal.New(-5, -3), decimal.New(700, -2)}
	want, err := hotelcrm.AmountsOf(2, list...)
	if err != nil {
		t.Fatal(err)
	}
	beyond := map[int]decimal.Decimal{1: huge, 2: list[2], 3: list[3]}
	got, err := hotelcrm.AmountsOfMinor(2, []int64{8950, 0, 0, 0}, beyond)
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		if !got.At(i).Equal(want.At(i)) || got.Minor()[i] != want.Minor()[i] {
			t.Errorf("row %d: got %v (%d), want %v (%d)", i, got.At(i), got.Minor()[i], want.At(i), want.Minor()[i])
		}
	}
	if got.Beyond() != 2 || got.Len() != 4 || got.Scale() != 2 {
		t.Errorf("got %d amounts beside the integers of %d at %d places", got.Beyond(), got.Len(), got.Scale())
	}
}

func TestAmountsOfMinorRefuses(t *testing.T) {
	one := decimal.New(1, 0)
	tests := []struct {
		name   string
		places int
		beyond map[int]decimal.Decimal
		param  string
	}{
		{"too many places", 7, nil, "places"},
		{"an index behind the end", 2, map[int]decimal.Decimal{1: one}, "beyond[1]"},
		{"an index before the start", 2, map[int]decimal.Decimal{-1: one}, "beyond[-1]"},
		{"a hostile exponent", 2, map[int]decimal.Decimal{0: decimal.New(1, 1<<30)}, "beyond[0]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := hotelcrm.AmountsOfMinor(test.places, []int64{1}, test.beyond)
			wrong, ok := errors.AsType[*hotelcrm.ParamError](err)
			if !ok || wrong.Param != test.param {
				t.Errorf("got %v, want an error about %s", err, test.param)
			}
		})
	}
}

func ExampleAmountsOfMinor_centsFromADatabase() {
	amounts, err := hotelcrm.AmountsOfMinor(2, []int64{8950, 12000, -500}, nil)
	fmt.Println(amounts.At(0), amounts.Sum(), err)
	// Output: 89.5 204.5 <nil>
}
