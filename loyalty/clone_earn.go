package loyalty

import "slices"

func (r StayRules) clone() StayRules {
	r.Departments, r.Roles, r.Payers = slices.Clone(r.Departments), slices.Clone(r.Roles), slices.Clone(r.Payers)
	r.WithoutRates, r.WithoutMarkets = slices.Clone(r.WithoutRates), slices.Clone(r.WithoutMarkets)
	r.WithoutChannels, r.WithoutCodes = slices.Clone(r.WithoutChannels), slices.Clone(r.WithoutCodes)
	return r
}

func (r *EarnRules) clone() *EarnRules {
	if r == nil {
		return nil
	}
	out := *r
	out.Rates, out.Bonus, out.Cost = slices.Clone(r.Rates), slices.Clone(r.Bonus), cloneNumber(r.Cost)
	for i := range out.Rates {
		rate := &out.Rates[i]
		rate.Per, rate.UpTo = cloneNumber(rate.Per), cloneNumber(rate.UpTo)
		rate.Brands, rate.Properties, rate.Tiers = slices.Clone(rate.Brands), slices.Clone(rate.Properties), slices.Clone(rate.Tiers)
		rate.Departments, rate.Kinds = slices.Clone(rate.Departments), slices.Clone(rate.Kinds)
	}
	return &out
}

func (c Campaign) clone() Campaign {
	c.Tiers, c.Brands, c.Properties, c.Kinds = slices.Clone(c.Tiers), slices.Clone(c.Brands), slices.Clone(c.Properties), slices.Clone(c.Kinds)
	c.MinSpend, c.MinSpendPerNight = cloneNumber(c.MinSpend), cloneNumber(c.MinSpendPerNight)
	c.Reward.Times, c.Reward.Steps = cloneNumber(c.Reward.Times), slices.Clone(c.Reward.Steps)
	return c
}
