package loyalty

import (
	"slices"

	"github.com/shopspring/decimal"
)

// clone returns a copy that shares no list with p.
func (p Programme) clone() Programme {
	p.Floors = slices.Clone(p.Floors)
	p.Versions = slices.Clone(p.Versions)
	for i := range p.Versions {
		p.Versions[i] = p.Versions[i].clone()
	}
	return p
}

func (v Version) clone() Version {
	v.Tiers, v.Ignore, v.Moves = slices.Clone(v.Tiers), slices.Clone(v.Ignore), slices.Clone(v.Moves)
	v.Window = v.Window.clone()
	v.Valid.Cycle = v.Valid.Cycle.clone()
	for i := range v.Tiers {
		t := &v.Tiers[i]
		t.Promote, t.Retain, t.ForLife = t.Promote.clone(), t.Retain.clone(), t.ForLife.clone()
		t.PayRate = cloneNumber(t.PayRate)
		t.Valid.Cycle = t.Valid.Cycle.clone()
	}
	if v.Rollover != nil {
		v.Rollover = new(*v.Rollover)
		v.Rollover.Without = slices.Clone(v.Rollover.Without)
	}
	v.Milestones = slices.Clone(v.Milestones)
	for i := range v.Milestones {
		m := &v.Milestones[i]
		m.Without, m.Choices = slices.Clone(m.Without), slices.Clone(m.Choices)
		m.Window, m.Valid.Cycle = m.Window.clone(), m.Valid.Cycle.clone()
	}
	v.Challenges = slices.Clone(v.Challenges)
	for i := range v.Challenges {
		v.Challenges[i].Steps = slices.Clone(v.Challenges[i].Steps)
		for k := range v.Challenges[i].Steps {
			v.Challenges[i].Steps[k].When = v.Challenges[i].Steps[k].When.clone()
		}
	}
	v.Benefits = slices.Clone(v.Benefits)
	for i := range v.Benefits {
		b := &v.Benefits[i]
		b.Properties, b.Tiers = slices.Clone(b.Properties), slices.Clone(b.Tiers)
	}
	if v.Expiry != nil {
		v.Expiry = new(*v.Expiry)
		v.Expiry.Exempt = slices.Clone(v.Expiry.Exempt)
	}
	if v.FreeNight != nil {
		v.FreeNight = new(*v.FreeNight)
		v.FreeNight.Tiers = slices.Clone(v.FreeNight.Tiers)
	}
	v.Stays, v.Earn = v.Stays.clone(), v.Earn.clone()
	v.Campaigns = slices.Clone(v.Campaigns)
	for i := range v.Campaigns {
		v.Campaigns[i] = v.Campaigns[i].clone()
	}
	return v
}

func (c Condition) clone() Condition {
	c.All, c.Any = slices.Clone(c.All), slices.Clone(c.Any)
	for i := range c.All {
		c.All[i] = c.All[i].clone()
	}
	for i := range c.Any {
		c.Any[i] = c.Any[i].clone()
	}
	c.AtLeast, c.AtMost, c.Below = cloneNumber(c.AtLeast), cloneNumber(c.AtMost), cloneNumber(c.Below)
	c.Window = c.Window.clone()
	return c
}

func (w Window) clone() Window {
	w.Of = slices.Clone(w.Of)
	return w
}

func cloneNumber(d *decimal.Decimal) *decimal.Decimal {
	if d == nil {
		return nil
	}
	return new(*d)
}
