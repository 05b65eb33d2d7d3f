package prose

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestMoneyInFewCharacters(t *testing.T) {
	for _, test := range []struct{ amount, short, whole string }{
		{"0", "0", "0.00"},
		{"7.125", "7", "7.125"},
		{"99.5", "100", "99.50"},
		{"528.50", "528", "528"},
		{"999.99", "1,000", "1,000"},
		{"1000", "1.0k", "1,000"},
		{"-4048.07", "−4.0k", "−4,048"},
		{"24449", "24k", "24,449"},
		{"27466611.36", "27M", "27,466,611"},
		{"1234567890123", "1,235G", "1,234,567,890,123"},
	} {
		amount := decimal.RequireFromString(test.amount)
		if short, whole := ShortMoney(amount), WholeMoney(amount, 2); short != test.short || whole != test.whole {
			t.Errorf("%s is %s and %s, want %s and %s", test.amount, short, whole, test.short, test.whole)
		}
	}
}
