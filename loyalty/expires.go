package loyalty

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Lapse is when points end and by which rule.
type Lapse struct {
	To      hotelcrm.Date `json:"to,omitzero"` // exclusive: the day before is the last valid one; zero: never
	Version string        `json:"version"`     // of the rule
	Rule    string        `json:"rule"`        // lifeMonths, yearEnds or idleMonths; empty: never
}

// Last returns the last valid day, zero for points that never lapse.
func (l Lapse) Last() hotelcrm.Date { return hotelcrm.Span{To: l.To}.Last() }

// Expires returns when points lapse that were earned on a date, if nothing happens after the last activity.
//
// The rule is that of the version in force on the day of earning. Where a later version takes over, points that are
// alive on its first day follow its rule from then on, and lapse on that day at the earliest.
// Input: last is the last activity that keeps points alive, not before earned; for a member who held an exempt tier, the
// day on which that tier ended, if it is later. tier is the tier held now; empty: none.
// Errors: a [*hotelcrm.ParamError] for an unknown tier or dates out of order.
func (e *Engine) Expires(earned, last hotelcrm.Date, tier string) (Lapse, error) {
	if earned == 0 || last < earned {
		return Lapse{}, refuse.Param("last", last.String(), "a date not before that of earning, both stated")
	}
	if tier != "" {
		if _, err := e.tierRank("tier", tier); err != nil {
			return Lapse{}, err
		}
	}
	var out Lapse
	for i, v := range e.programme.Versions {
		switch {
		case e.versions[i].Contains(earned):
			out = v.Expiry.lapse(v.ID, earned, last, tier)
		case v.From > earned && v.Expiry != nil && v.Expiry.Takeover && (out.To == 0 || out.To > v.From):
			if out = v.Expiry.lapse(v.ID, earned, last, tier); out.To != 0 {
				out.To = max(out.To, v.From) // no rule ends points before it is in force
			}
		}
	}
	return out, nil
}

// lapse returns the earliest end that the rules give.
func (x *Expiry) lapse(version string, earned, last hotelcrm.Date, tier string) Lapse {
	out := Lapse{Version: version}
	if x == nil {
		return out
	}
	for _, rule := range []struct {
		name string
		used bool
		to   hotelcrm.Date
	}{
		{"lifeMonths", x.LifeMonths > 0, earned.AddMonths(x.LifeMonths)},
		{"yearEnds", x.YearEnds > 0, yearStart(yearOf(earned) + x.YearEnds + 1)},
		{"idleMonths", x.IdleMonths > 0 && !slices.Contains(x.Exempt, tier), last.AddMonths(x.IdleMonths)},
	} {
		if rule.used && rule.to > 0 && rule.to < forever && (out.To == 0 || rule.to < out.To) {
			out.To, out.Rule = rule.to, rule.name
		}
	}
	return out
}
