package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// houseProgramme is the programme of the simulated hotel.
//
//go:embed house.json
var houseProgramme []byte

// club is the loyalty programme of the report.
type club struct {
	file     string // without its folder; empty: that of the simulated hotel
	engine   *loyalty.Engine
	findings []loyalty.Finding
	counts   map[loyalty.Metric]bool // what its conditions ask for
	choices  int                     // days that the longest choice of a reward is open
}

// checkProgramme checks the flag of the programme.
func (r *rawFlags) checkProgramme(opt *options) error {
	if r.given["programme"] && strings.TrimSpace(opt.programme) == "" {
		return errors.New("-programme needs a name")
	}
	return nil
}

// loadProgramme reads the programme that -programme names. Without one the simulated hotel has its own, and others have
// none: nobody can tell the rules of a house from its stays, and tiers by the rules of another would mislead.
func (o *options) loadProgramme() error {
	text, err := houseProgramme, error(nil)
	switch {
	case o.programme != "":
		if text, err = os.ReadFile(prose.Path(o.programme)); err != nil {
			return fmt.Errorf("-programme: %w", err)
		}
	case o.File() != "":
		return nil
	}
	c := &club{counts: map[loyalty.Metric]bool{}}
	if o.programme != "" {
		c.file = filepath.Base(o.programme)
	}
	if err := c.read(text); err != nil {
		return fmt.Errorf("-programme %s: %w", o.programme, err)
	}
	o.club = c
	return nil
}

func (c *club) read(text []byte) error {
	p, err := loyalty.ParseProgramme(text)
	if err != nil {
		return err
	}
	if c.engine, err = loyalty.Compile(p); err != nil {
		return err
	}
	c.findings = loyalty.Lint(p)
	for _, v := range p.Versions {
		for _, t := range v.Tiers {
			c.count(t.Promote, t.Retain, t.ForLife)
		}
		for _, m := range v.Milestones {
			c.counts[m.Metric] = true
			c.choices = max(c.choices, m.ChooseDays)
		}
	}
	return nil
}

// count notes what conditions ask for.
func (c *club) count(list ...loyalty.Condition) {
	for _, one := range list {
		if one.Metric != 0 {
			c.counts[one.Metric] = true
		}
		c.count(one.All...)
		c.count(one.Any...)
	}
}

// suits returns why the programme cannot be used on amounts of a currency, or nil.
func (c *club) suits(currency string) error {
	if own := c.programme().Currency; c.counts[loyalty.Spend] && own != currency {
		return fmt.Errorf("-programme: its spend is in %s and the report in %s; want a programme in the currency of the stays", own, currency)
	}
	return nil
}

func (c *club) programme() loyalty.Programme { return c.engine.Programme() }

// unknown returns what the programme asks for and stays do not tell, in the order of the metrics.
func (c *club) unknown() []string {
	var out []string
	for _, m := range []loyalty.Metric{loyalty.Points, loyalty.Events, loyalty.NoShows, loyalty.Brands} {
		if c.counts[m] {
			out = append(out, metricWords[m])
		}
	}
	return out
}

var metricWords = map[loyalty.Metric]string{
	loyalty.Points: "base points", loyalty.Events: "events", loyalty.NoShows: "no-shows", loyalty.Brands: "brands",
}

// label returns the name of a tier, its id where it has none: as the rules of the last version that knows it have it.
func (c *club) label(id string) (name, nameZH string) {
	for _, v := range slices.Backward(c.programme().Versions) {
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
