package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
)

// The codes of earning and campaigns.
const (
	CampaignOrder   FindingCode = "campaign-order"        // two campaigns of a group have the same place in it
	CampaignOverlap FindingCode = "overlapping-campaigns" // a stay may count for two campaigns that stand in no group
	CampaignOutside FindingCode = "campaign-outside"      // a campaign that runs on no day of its version
	CampaignLimit   FindingCode = "campaign-limit"        // a cap or budget that the first reward passes
	ShadowedRate    FindingCode = "shadowed-rate"         // an earlier rate fits wherever this one does
	NoRate          FindingCode = "no-rate"               // some spend finds no rate
	FallingBonus    FindingCode = "falling-bonus"         // a higher tier has less bonus
)

// earning looks at rates, bonus and campaigns.
func (l *linter) earning() {
	l.rates()
	campaigns := l.text.Campaigns
	for i := range campaigns {
		c, path := &campaigns[i], fmt.Sprintf(".campaigns[%d]", i)
		if !c.Overlaps(l.text.Span) {
			l.add(CampaignOutside, path+".from", "%s runs on no day of %s", c.ID, l.text.ID)
		}
		if most := c.Reward.Points; most > 0 && ((c.Cap > 0 && c.Cap < most) || (c.Budget > 0 && c.Budget < most)) {
			l.add(CampaignLimit, path, "%s gives %s at once, more than its cap or budget", c.ID, plural.Of(most, "point", "points"))
		}
		for k := range campaigns[:i] {
			l.together(path, &campaigns[k], c)
		}
	}
}

// together looks at two campaigns for which the same stay may count.
func (l *linter) together(path string, a, b *Campaign) {
	shared := l.text.And(a.And(b.Span))
	if shared.Empty() || apart(a.Tiers, b.Tiers) || apart(a.Brands, b.Brands) || apart(a.Properties, b.Properties) || apart(kindsOf(a), kindsOf(b)) {
		return
	}
	switch {
	case a.Group == "" && b.Group == "":
		l.add(CampaignOverlap, path+".group", "%s and %s run together and stand in no group: a stay counts for both", a.ID, b.ID)
	case a.Group == b.Group && a.Order == b.Order:
		l.add(CampaignOrder, path+".order", "%s and %s of group %s have the same order: the one listed first is taken", a.ID, b.ID, a.Group)
	}
}

// apart reports whether two lists name nothing in common. An empty list stands for all.
func apart[T comparable](a, b []T) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(v T) bool { return slices.Contains(b, v) })
}

// kindsOf returns the kinds of activity that count for a campaign.
func kindsOf(c *Campaign) []Kind {
	if len(c.Kinds) == 0 {
		return []Kind{KindStay}
	}
	return c.Kinds
}

// rates looks at the rates and the elite bonus.
func (l *linter) rates() {
	earn := l.version.earn
	if earn == nil {
		return
	}
	for i := range earn.rates {
		b := &earn.rates[i]
		for k := range earn.rates[:i] {
			if a := &earn.rates[k]; a.covers(b) {
				l.add(ShadowedRate, fmt.Sprintf(".earn.rates[%d]", i), "%s is never used: %s fits wherever it does", b.id, a.id)
				break
			}
		}
	}
	l.unrated(earn)
	for k := 1; k < len(l.version.tiers); k++ {
		low, high := earn.bonus[l.version.tiers[k-1].rank], earn.bonus[l.version.tiers[k].rank]
		if high.num*low.den < low.num*high.den {
			l.add(FallingBonus, ".earn.bonus", "%s has less bonus than a lower tier", l.text.Tiers[k].ID)
		}
	}
}

// unrated looks for spend of a stay that finds no rate whatever the brand.
func (l *linter) unrated(earn *earnRules) {
	for d := hotelcrm.Rooms; d <= hotelcrm.Fees; d++ {
		if !l.version.stays.departments.Has(d) {
			continue
		}
		for k, t := range l.version.tiers {
			cell := rate{departments: hotelcrm.Departments(d), tiers: 1 << t.rank, kinds: 1 << KindStay}
			if !slices.ContainsFunc(earn.rates, func(r rate) bool { return r.covers(&cell) }) {
				l.add(NoRate, ".earn.rates", "no rate for %s at %s at every hotel", d, l.text.Tiers[k].ID)
				return
			}
		}
	}
}

// covers reports whether the rate fits wherever another does.
func (rate *rate) covers(other *rate) bool {
	within := func(a, b []string) bool {
		return len(a) == 0 || (len(b) > 0 && !slices.ContainsFunc(b, func(v string) bool { return !slices.Contains(a, v) }))
	}
	return other.departments&^rate.departments == 0 && other.tiers&^rate.tiers == 0 && other.kinds&^rate.kinds == 0 &&
		within(rate.brands, other.brands) && within(rate.properties, other.properties)
}
