package tiers

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Club is the loyalty programme of the report.
type Club struct {
	File     string // without its folder; empty: that of the simulated hotel
	Engine   *loyalty.Engine
	Findings []loyalty.Finding
	counts   map[loyalty.Metric]bool // what its conditions ask for
	Choices  int                     // days that the longest choice of a reward is open
}

// Parse reads the rules of a programme.
func Parse(text []byte) (*Club, error) {
	p, err := loyalty.ParseProgramme(text)
	if err != nil {
		return nil, err
	}
	c := &Club{counts: map[loyalty.Metric]bool{}}
	if c.Engine, err = loyalty.Compile(p); err != nil {
		return nil, err
	}
	c.Findings = loyalty.Lint(p)
	for _, v := range p.Versions {
		for _, t := range v.Tiers {
			c.count(t.Promote, t.Retain, t.ForLife)
		}
		for _, m := range v.Milestones {
			c.counts[m.Metric] = true
			c.Choices = max(c.Choices, m.ChooseDays)
		}
	}
	return c, nil
}

// count notes what conditions ask for.
func (c *Club) count(list ...loyalty.Condition) {
	for _, one := range list {
		if one.Metric != 0 {
			c.counts[one.Metric] = true
		}
		c.count(one.All...)
		c.count(one.Any...)
	}
}

// Suits returns why the programme cannot be used on amounts of a currency, or nil.
func (c *Club) Suits(currency string) error {
	if own := c.Programme().Currency; c.counts[loyalty.Spend] && own != currency {
		return fmt.Errorf("-programme: its spend is in %s and the report in %s; want a programme in the currency of the stays", own, currency)
	}
	return nil
}

// Programme returns the rules.
func (c *Club) Programme() loyalty.Programme { return c.Engine.Programme() }

// Unknown returns what the programme asks for and stays do not tell, in the order of the metrics.
func (c *Club) Unknown() []string {
	var out []string
	for _, m := range []loyalty.Metric{loyalty.Points, loyalty.Events, loyalty.NoShows, loyalty.Brands} {
		if c.counts[m] {
			out = append(out, MetricWords[m])
		}
	}
	return out
}

// Label returns the name of a tier, its id where it has none: as the rules of the last version that knows it have it.
func (c *Club) Label(id string) (name, nameZH string) {
	for _, v := range slices.Backward(c.Programme().Versions) {
		for _, t := range v.Tiers {
			if t.ID == id && (t.Name != "" || t.NameZH != "") {
				if t.Name == "" {
					return lang.Capital(id), t.NameZH
				}
				return t.Name, t.NameZH
			}
		}
	}
	return lang.Capital(id), ""
}

// MetricWords are what stays do not tell, in words.
var MetricWords = map[loyalty.Metric]string{
	loyalty.Points: "base points", loyalty.Events: "events", loyalty.NoShows: "no-shows", loyalty.Brands: "brands",
}
