package loyalty_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

func day(text string) hotelcrm.Date {
	if text == "" {
		return 0
	}
	d, err := hotelcrm.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// engineOf returns the engine of a published programme.
func engineOf(t testing.TB, name string) *loyalty.Engine {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t, string(text))
}

func compiled(t testing.TB, text string) *loyalty.Engine {
	t.Helper()
	p, err := loyalty.ParseProgramme([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	e, err := loyalty.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func statusOf(t testing.TB, e *loyalty.Engine, m loyalty.Member, on string) loyalty.Status {
	t.Helper()
	s, err := e.Status(&m, loyalty.AsOf{On: day(on)})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func nights(date string, n int) loyalty.Activity {
	return loyalty.Activity{Date: day(date), Kind: loyalty.KindStay, Nights: int32(n), Stays: 1}
}
