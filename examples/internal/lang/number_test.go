package lang_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

func TestNumbersAreGrouped(t *testing.T) {
	for in, want := range map[string]string{"0": "0", "999": "999", "1000": "1,000", "-1234567": "−1,234,567", "12345.678": "12,345.678"} {
		if got := lang.Group(in); got != want {
			t.Errorf("%s is written %s, want %s", in, got, want)
		}
	}
	if got := strings.Join([]string{lang.Signed(1234), lang.Signed(-5), lang.Signed(0), lang.Capital("élan") + lang.Capital("")}, " "); got != "+1,234 −5 0 Élan" {
		t.Error(got)
	}
}

func TestNumbersWithDecimals(t *testing.T) {
	for _, test := range []struct {
		v             float64
		places        int
		fixed, change string
	}{
		{1234.5, 2, "1,234.50", "+1,234.50"},
		{-0.37, 2, "−0.37", "−0.37"},
		{-0.004, 2, "0.00", "0.00"},
		{0.004, 2, "0.00", "0.00"},
		{0, 0, "0", "0"},
		{-1e6, 0, "−1,000,000", "−1,000,000"},
	} {
		if got := lang.Fixed(test.v, test.places); got != test.fixed {
			t.Errorf("%v is written %s, want %s", test.v, got, test.fixed)
		}
		if got := lang.Change(test.v, test.places); got != test.change {
			t.Errorf("a change of %v is written %s, want %s", test.v, got, test.change)
		}
	}
}

// A share that is not quite all, or hardly any, is not written as all or none.
func TestSharesNearTheEnds(t *testing.T) {
	en, zh := printer(t, "en"), printer(t, "zh")
	for _, test := range []struct {
		share  float64
		places int
		en, zh string
	}{
		{0, 1, "0.0\u00a0%", "0.0%"},
		{0.0004, 1, "<\u00a00.1\u00a0%", "<\u00a00.1%"},
		{0.0005, 1, "0.1\u00a0%", "0.1%"},
		{0.2597, 1, "26.0\u00a0%", "26.0%"},
		{0.9996, 1, ">\u00a099.9\u00a0%", ">\u00a099.9%"},
		{1, 1, "100.0\u00a0%", "100.0%"},
		{0.004, 0, "<\u00a01\u00a0%", "<\u00a01%"},
		{0.996, 0, ">\u00a099\u00a0%", ">\u00a099%"},
		{1, 0, "100\u00a0%", "100%"},
		{-0.25, 0, "−25\u00a0%", "−25%"},
	} {
		if got := en.Share(test.share, test.places); got != test.en {
			t.Errorf("%v is written %q, want %q", test.share, got, test.en)
		}
		if got := zh.Share(test.share, test.places); got != test.zh {
			t.Errorf("%v is written %q, want %q", test.share, got, test.zh)
		}
	}
}

func TestTextsAreTypeset(t *testing.T) {
	const text, want = "-3 to 2-3 (all -0.5, x-ray - 7 %) [-1, 5]", "−3 to 2-3 (all −0.5, x-ray - 7\u00a0%) [−1, 5]"
	if got := lang.Typeset(text); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
