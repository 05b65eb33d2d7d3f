package tiers

import "github.com/hotelcrm/hotelcrm/loyalty"

// Gap is what is missing to a tier.
type Gap struct {
	N    int64
	Half bool // at least as much is counted already as is missing
}

// Missing returns the fewest nights, or stays, after which one of the ways is gone, if they were added on the analysis
// date and nothing else; false: they alone never do.
func Missing(ways [][]loyalty.Need, metric loyalty.Metric) (best Gap, found bool) {
	for _, way := range ways {
		if one, ok := missingOf(way, metric); ok && (!found || one.N < best.N) {
			best, found = one, true
		}
	}
	return best, found
}

func missingOf(way []loyalty.Need, metric loyalty.Metric) (Gap, bool) {
	out := Gap{Half: true}
	for _, need := range way {
		switch {
		case need.Blocked, need.Missing.IsPositive() && need.Metric != metric:
			return Gap{}, false
		case need.Metric == metric:
			out.N = max(out.N, need.Missing.IntPart())
			out.Half = out.Half && need.Have.GreaterThanOrEqual(need.Missing)
		}
	}
	for _, need := range way {
		if need.Metric == metric && need.AtMost != nil && need.Have.IntPart()+out.N > need.AtMost.IntPart() {
			return Gap{}, false
		}
	}
	return out, true
}
