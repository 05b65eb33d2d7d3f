package prose

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/shopspring/decimal"
)

func TestMoneyInFewCharacters(t *testing.T) {
	for _, test := range []struct{ amount, short, zh, whole string }{
		{"0", "0", "0", "0.00"},
		{"7.125", "7", "7", "7.125"},
		{"99.5", "100", "100", "99.50"},
		{"528.50", "528", "528", "528"},
		{"999.99", "1,000", "1,000", "1,000"},
		{"1000", "1.0k", "1,000", "1,000"},
		{"-4048.07", "−4.0k", "−4,048", "−4,048"},
		{"24449", "24k", "2.4\u00a0万", "24,449"},
		{"27466611.36", "27M", "2,747\u00a0万", "27,466,611"},
		{"1234567890123", "1,235G", "12,346\u00a0亿", "1,234,567,890,123"},
	} {
		amount := decimal.RequireFromString(test.amount)
		short, zh, whole := ShortMoney(lang.Printer{}, amount), ShortMoney(lang.Chinese(nil), amount), WholeMoney(amount, 2)
		if short != test.short || zh != test.zh || whole != test.whole {
			t.Errorf("%s is %s, %s and %s, want %s, %s and %s", test.amount, short, zh, whole, test.short, test.zh, test.whole)
		}
	}
}
