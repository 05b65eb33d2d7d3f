package page

import (
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// gapWords says what is missing in the ways to a tier, such as "2 nights or 1 stay"; empty if there is no way.
func (m tierWords) gapWords(ways [][]loyalty.Need) string {
	var out []string
	for _, way := range ways {
		parts, blocked := []string(nil), false
		for _, need := range way {
			blocked = blocked || need.Blocked
			if need.Missing.IsPositive() {
				parts = append(parts, m.thresholdWords(loyalty.Condition{Metric: need.Metric, Tier: need.Tier, AtLeast: &need.Missing}))
			}
		}
		if blocked {
			continue
		}
		if len(parts) == 0 {
			return m.Say("any stay")
		}
		if text := m.Join(parts, m.Say(" and ")); !slices.Contains(out, text) && len(out) < words.ShownWays {
			out = append(out, text)
		}
	}
	return m.Join(out, m.Say(" or "))
}
