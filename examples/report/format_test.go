package main

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestMoneyInFewCharacters(t *testing.T) {
	for _, test := range []struct{ amount, short, whole string }{
		{"0", "0", "0.00"},
		{"7.125", "7", "7.125"},
		{"99.5", "100", "99.50"},
		{"528.50", "528", "528"},
		{"999.99", "1000", "1,000"},
		{"1000", "1.0k", "1,000"},
		{"-4048.07", "-4.0k", "-4,048"},
		{"24449", "24k", "24,449"},
		{"27466611.36", "27M", "27,466,611"},
		{"1234567890123", "1,235G", "1,234,567,890,123"},
	} {
		amount := decimal.RequireFromString(test.amount)
		if short, whole := shortMoney(amount), wholeMoney(amount, 2); short != test.short || whole != test.whole {
			t.Errorf("%s is %s and %s, want %s and %s", test.amount, short, whole, test.short, test.whole)
		}
	}
}

// What made the report stands behind the results, captions outside what scrolls, and the whole beside its parts.
func TestOrderOfThePage(t *testing.T) {
	out := simulated(t)
	page := string(out.file(t, pageName))
	last := -1
	for _, part := range []string{
		`class="keys"`, `id="short"`, `id="guests"`, `id="grid"`, `id="segments"`, `id="spread"`, `id="worth"`, `id="value"`, `id="return"`, `id="survey"`,
		`id="classes"`, `id="loyalty"`, `id="change"`, `id="method"`, `id="scores"`, `id="terms"`, `id="quality"`, `id="intake"`, `id="made"`, "SHA-256",
	} {
		at := strings.Index(page, part)
		if at <= last {
			t.Errorf("%s is not there, or too early", part)
		}
		last = max(at, last)
	}
	for _, want := range []string{"EUR\u00a027,466,611.", `data-of="of revenue">100.0`, `<p class="caption" id="grid-caption">`, "Nobody can have frequency score 2"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
