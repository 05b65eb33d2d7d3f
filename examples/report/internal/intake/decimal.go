package intake

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// pointed returns an amount with a decimal comma as one with a decimal point: 1.234,50 is 1234.50. Points must set
// groups of three digits apart, so that an amount that has a decimal point already is none here.
func pointed(text string) (string, bool) {
	whole, places, comma := strings.Cut(text, ",")
	groups := strings.Split(whole, ".")
	if first := len(strings.TrimLeft(groups[0], "+-")); len(groups) > 1 && (first < 1 || first > 3) {
		return "", false
	}
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return "", false
		}
	}
	if strings.Contains(places, ".") {
		return "", false
	}
	whole = strings.Join(groups, "")
	if comma {
		whole += "." + places
	}
	return whole, true
}

// decimalHint names the flag under which an amount that was refused would be one.
func decimalHint(text string, comma bool) string {
	if comma {
		if IsDecimal(text) {
			return "; is -decimal . meant?"
		}
		return ""
	}
	_, places, _ := strings.Cut(text, ",")
	if plain, ok := pointed(text); ok && IsDecimal(plain) && len(places) < 3 { // 1,000 is more likely a thousand
		return "; is -decimal , meant?"
	}
	return ""
}

// dateHint names the layouts in which a date that was refused would be one.
func dateHint(text string) string {
	var fit []string
	for _, layout := range Layouts {
		if _, err := hotelcrm.ParseDateAs(layout, text); err == nil {
			fit = append(fit, layout)
		}
	}
	if fit == nil {
		return ""
	}
	return fmt.Sprintf("; is -date %s meant?", strings.Join(fit, " or "))
}
