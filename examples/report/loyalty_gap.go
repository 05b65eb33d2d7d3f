package main

import (
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// gap is what is missing to a tier.
type gap struct {
	n    int64
	half bool // at least as much is counted already as is missing
}

// missing returns the fewest nights, or stays, after which one of the ways is gone, if they were added on the analysis
// date and nothing else; false: they alone never do.
func missing(ways [][]loyalty.Need, metric loyalty.Metric) (best gap, found bool) {
	for _, way := range ways {
		if one, ok := missingOf(way, metric); ok && (!found || one.n < best.n) {
			best, found = one, true
		}
	}
	return best, found
}

func missingOf(way []loyalty.Need, metric loyalty.Metric) (gap, bool) {
	out := gap{half: true}
	for _, need := range way {
		switch {
		case need.Blocked, need.Missing.IsPositive() && need.Metric != metric:
			return gap{}, false
		case need.Metric == metric:
			out.n = max(out.n, need.Missing.IntPart())
			out.half = out.half && need.Have.GreaterThanOrEqual(need.Missing)
		}
	}
	for _, need := range way {
		if need.Metric == metric && need.AtMost != nil && need.Have.IntPart()+out.n > need.AtMost.IntPart() {
			return gap{}, false
		}
	}
	return out, true
}

// gapWords says what is missing in the ways to a tier, such as "2 nights or 1 stay"; empty if there is no way.
func (m *members) gapWords(ways [][]loyalty.Need) string {
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
		if text := strings.Join(parts, m.Say(" and ")); !slices.Contains(out, text) && len(out) < shownWays {
			out = append(out, text)
		}
	}
	return strings.Join(out, m.Say(" or "))
}

// shownWays is how many ways the page tells of.
const shownWays = 3
