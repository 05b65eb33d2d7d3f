package words

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
)

// rulesOfActivity are the rules by which a visit becomes a line, in words.
var rulesOfActivity = []string{
	"Every guest of this report is taken for a member from the last day of the first visit; who has joined is not known.",
	"A visit counts on its last day, for a guest still in the house on the analysis date with the nights slept by then.",
	"Nights are calendar nights, whatever the number of rooms. A visit with a night is one stay.",
	"Spend is the revenue of the visit as this report counts it, rounded half to even to the digits of the currency; fees of no-shows and cancellations are no part of it.",
}

const (
	dayUseRule  = "A visit without a night brings spend, but is no stay."
	noNightRule = "No visit of this data has a night, so every visit counts as a stay."
)

// ActivityRules says how visits became nights, stays and spend.
func ActivityRules(p lang.Printer, m *tiers.Members) []string {
	var out []string
	for _, rule := range rulesOfActivity {
		out = append(out, p.Say(rule))
	}
	if m.NoNight {
		out = append(out, p.Say(noNightRule))
	} else {
		out = append(out, p.Say(dayUseRule))
	}
	if list := m.Unknown(); len(list) > 0 {
		out = append(out, p.Say("Of %s these stays tell nothing; they count as 0.", listed(p, list)))
	}
	return out
}

// listed writes what stays do not tell.
func listed(p lang.Printer, list []string) string {
	if !p.Chinese() {
		return prose.And(list)
	}
	var out []string
	for _, one := range list {
		out = append(out, p.Say(one))
	}
	return strings.Join(out, p.Say(", "))
}

// ShownWays is how many ways the page tells of.
const ShownWays = 3
