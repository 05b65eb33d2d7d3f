package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// campaign is a compiled Campaign.
type campaign struct {
	text             *Campaign
	place            int32 // in the engine's limits
	group            int16 // place of the group in the version; -1 for none
	by               Moment
	tiers            enumSet
	kinds            enumSet
	minSpend         int64 // minor; -1 for none
	minSpendPerNight int64
	times            ratio // times - 1
}

// limit is what a campaign has for all members.
type limit struct {
	id      string
	budget  int64 // 0: no end
	members int
}

func (e *Engine) addCampaigns(at string, text Version, v *version) error {
	if len(text.Campaigns) > 0 && v.earn == nil {
		return refuse.Param(at+".campaigns", text.Campaigns[0].ID, "campaigns beside earn only")
	}
	var groups []string
	for i := range text.Campaigns {
		c := &text.Campaigns[i]
		path := fmt.Sprintf("%s.campaigns[%d]", at, i)
		if c.ID == "" || slices.ContainsFunc(text.Campaigns[:i], func(other Campaign) bool { return other.ID == c.ID }) {
			return refuse.Param(path+".id", c.ID, "an id of its own")
		}
		out := campaign{text: c, group: -1, by: c.By, minSpend: -1, minSpendPerNight: -1}
		if out.by == 0 {
			out.by = CheckOut
		}
		if c.Group != "" {
			k := slices.Index(groups, c.Group)
			if k < 0 {
				k, groups = len(groups), append(groups, c.Group)
			}
			out.group = int16(k)
		}
		for _, check := range []func(string, *Campaign, *campaign) error{e.campaignScope, e.campaignAmounts, e.campaignReward, e.campaignLimit} {
			if err := check(path, c, &out); err != nil {
				return err
			}
		}
		v.earn.byTier = v.earn.byTier || out.tiers != everyTier
		v.campaigns = append(v.campaigns, out)
	}
	slices.SortStableFunc(v.campaigns, func(a, b campaign) int { return a.text.Order - b.text.Order })
	return nil
}

// maxFirst bounds the nights, stays and members that a campaign asks for.
const maxFirst = 1_000_000_000

func (e *Engine) campaignScope(at string, c *Campaign, out *campaign) error {
	var err error
	if out.tiers, err = e.tierSet(at+".tiers", c.Tiers); err != nil {
		return err
	}
	out.kinds, err = listed(at+".kinds", kindNames, c.Kinds, enumSet(1<<KindStay))
	switch {
	case err != nil:
		return err
	case c.Empty():
		return refuse.Param(at+".to", c.To.String(), "a date after from, or none")
	case int(c.By) >= len(momentNames):
		return refuse.Param(at+".by", c.By.String(), "one of "+momentNames.Allowed())
	case int(c.Register) >= len(registerNames):
		return refuse.Param(at+".register", c.Register.String(), "one of "+registerNames.Allowed())
	case c.Order < 0 || c.Order > 1000 || (c.Group == "" && c.Order != 0):
		return refuse.Param(at+".order", fmt.Sprint(c.Order), "0 to 1000, in a group only")
	case min(c.MinNights, c.FirstStays, c.FirstMembers) < 0 || max(c.MinNights, c.FirstStays, c.FirstMembers) > maxFirst:
		return refuse.Param(at, fmt.Sprint(c.MinNights, " ", c.FirstStays, " ", c.FirstMembers), fmt.Sprint("minNights, firstStays and firstMembers of 0 to ", maxFirst))
	}
	return nil
}

func (e *Engine) campaignAmounts(at string, c *Campaign, out *campaign) error {
	for _, amount := range []struct {
		name  string
		value *decimal.Decimal
		to    *int64
	}{{".minSpend", c.MinSpend, &out.minSpend}, {".minSpendPerNight", c.MinSpendPerNight, &out.minSpendPerNight}} {
		if amount.value == nil {
			continue
		}
		v, ok := hotelcrm.ToMinor(*amount.value, e.places)
		if !ok || v < 0 || v > bound {
			return refuse.Param(at+amount.name, shown(*amount.value), "0 or above in whole "+e.unit(Spend))
		}
		*amount.to = v
	}
	return nil
}

// campaignReward holds a reward against its kind: it has what the kind needs and nothing else.
func (e *Engine) campaignReward(at string, c *Campaign, out *campaign) error {
	at += ".reward"
	r := c.Reward
	if r.Kind == 0 || int(r.Kind) >= len(rewardNames) {
		return refuse.Param(at+".kind", r.Kind.String(), "one of "+rewardNames.Allowed())
	}
	counts := r.Kind == Every || r.Kind == Steps
	switch {
	case (r.Kind == Multiplier) != (r.Times != nil) || (r.Elite && r.Kind != Multiplier):
		return refuse.Param(at+".times", r.Kind.String(), "times, and elite beside it, of multiplier only")
	case (r.Kind == Fixed || r.Kind == Every || r.Kind == Streak) != (r.Points > 0) || r.Points < 0 || r.Points > bound:
		return refuse.Param(at+".points", fmt.Sprint(r.Points), "1 to 10^12, of fixed, every and streak only")
	case counts != (r.Metric != 0) || int(r.Metric) > int(Brands) || r.Metric == NoShows || (r.Metric == Brands && r.Kind == Every):
		return refuse.Param(at+".metric", r.Metric.String(), "nights, stays, points, spend or events, of every and steps only; brands of steps only")
	case (r.Kind == Every) != (r.Every > 0) || r.Every < 0 || r.Every > bound:
		return refuse.Param(at+".every", fmt.Sprint(r.Every), "1 to 10^12, of every only")
	case (r.Kind == Steps) != (len(r.Steps) > 0):
		return refuse.Param(at+".steps", fmt.Sprint(len(r.Steps)), "one step or more, of steps only")
	case (r.Kind == Streak) != (r.Months > 0) || r.Months < 0 || r.Months > 120:
		return refuse.Param(at+".months", fmt.Sprint(r.Months), "1 to 120, of streak only")
	}
	for i, s := range r.Steps {
		if s.At < 1 || s.At > bound || s.Points < 0 || s.Points > bound || (i > 0 && s.At <= r.Steps[i-1].At) {
			return refuse.Param(fmt.Sprintf("%s.steps[%d]", at, i), fmt.Sprint(s.At, " ", s.Points), "rising counts from 1, no negative points")
		}
	}
	if r.Times != nil {
		v, ok := hotelcrm.ToMinor(*r.Times, rateScale)
		if !ok || v < millionth || v > 1000*millionth {
			return refuse.Param(at+".times", shown(*r.Times), "1 to 1000 with at most 6 decimal places")
		}
		out.times = newRatio(v-millionth, millionth)
	}
	return nil
}

// campaignLimit notes what there is for all members: the same in every version.
func (e *Engine) campaignLimit(at string, c *Campaign, out *campaign) error {
	if min(c.Cap, c.Budget) < 0 || max(c.Cap, c.Budget) > bound {
		return refuse.Param(at+".budget", fmt.Sprint(c.Cap, " ", c.Budget), "cap and budget of 0 to 10^12 points")
	}
	if c.Qualifies && (c.Budget > 0 || c.FirstMembers > 0) {
		return refuse.Param(at+".qualifies", "true", "no budget and no firstMembers beside it: a tier never depends on other members")
	}
	want := limit{c.ID, c.Budget, c.FirstMembers}
	place := slices.IndexFunc(e.limits, func(l limit) bool { return l.id == c.ID })
	if place < 0 {
		place, e.limits = len(e.limits), append(e.limits, want)
	}
	if e.limits[place] != want {
		return refuse.Param(at+".budget", fmt.Sprint(c.Budget, " ", c.FirstMembers), "budget and firstMembers as in the other version")
	}
	out.place = int32(place)
	return nil
}
