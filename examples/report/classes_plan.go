package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// classPlan is by which plan the guests are classed, and which attributes it asks for.
type classPlan struct {
	file    string // empty: that of the literature, as far as stays tell it
	plan    segment.Plan
	asked   map[string]bool
	ofStays bool // it asks for stays one by one
}

// The attributes that are found from visits one by one, and how guests stand to each other.
const (
	stageAttribute = "life_stage"
	abcAttribute   = "abc"
)

// of returns the options with a plan, and notes what its conditions ask for.
func (p classPlan) of(plan segment.Plan) classPlan {
	p.plan, p.asked, p.ofStays = plan, map[string]bool{}, false
	for _, class := range plan.Classes {
		p.note(&class.When)
	}
	return p
}

func (p *classPlan) note(c *segment.Condition) {
	if c.Stays != nil {
		p.ofStays = true
	}
	if c.Attr != "" {
		p.asked[c.Attr] = true
	}
	for i := range c.Of {
		p.note(&c.Of[i])
	}
}

// ofVisits reports whether the plan asks for what only visits one by one tell.
func (p *classPlan) ofVisits() bool { return p.ofStays || p.asked[stageAttribute] }

// toldByStays returns the guest classes of the literature without what a table of stays cannot tell, and the classes that
// are left out for it.
func toldByStays() (told segment.Plan, untold []segment.Class) {
	told = segment.GuestClasses(segment.GuestClassReading{VisitsAndSpend: true})
	known := func(class segment.Class) bool {
		p := classPlan{}.of(segment.Plan{Classes: []segment.Class{class}})
		return p.asked["visits"] || p.asked["revenue"]
	}
	told.Classes = slices.DeleteFunc(told.Classes, func(class segment.Class) bool {
		if known(class) {
			return false
		}
		untold = append(untold, class)
		return true
	})
	told.Else.Action = "none is stated: see below who falls through the table"
	return told, untold
}

// loadPlan reads the plan that -plan names, and sees whether it can be applied, before much is read.
func (o *options) loadPlan() error {
	if o.classes.file == "" {
		return nil
	}
	content, err := os.ReadFile(prose.Path(o.classes.file))
	if err != nil {
		return fmt.Errorf("-plan: %w", err)
	}
	var p segment.Plan
	if err := json.Unmarshal(content, &p); err != nil {
		return fmt.Errorf("-plan %s: no plan of classes: %w", o.classes.file, err)
	}
	file := o.classes.file
	o.classes = o.classes.of(p)
	schema, err := o.guestSchema()
	if err == nil {
		_, err = segment.NewClassifier(schema, p)
	}
	if err != nil {
		return fmt.Errorf("-plan %s: %w; known of guests are %s", file, err, strings.Join(idsOf(schema), ", "))
	}
	if o.Guests != "" && o.classes.ofVisits() {
		return errors.New("-plan asks for stays one by one, which a table of guests does not hold")
	}
	return nil
}

func idsOf(s *segment.Schema) []string {
	var out []string
	for _, a := range s.Guests() {
		out = append(out, a.ID)
	}
	return out
}

// guestSchema is what a plan may ask for.
func (o *options) guestSchema() (*segment.Schema, error) {
	guests := append(segment.SummaryAttributes(o.Currency), segment.ValueAttributes(o.Currency)...)
	if set := o.plan.set; set != nil {
		guests = append(guests, segment.RFMAttributes(*set)...)
	} else {
		guests = append(guests, segment.RFMAttributes(rfm.Hotel())[:3]...) // scores only
	}
	guests = append(guests, stageLevels(), abcLevels())
	for k := range guests {
		guests[k].Required = o.classes.asked[guests[k].ID] && slices.Contains(alwaysKnown, guests[k].ID)
	}
	return segment.NewSchema(guests, segment.StayAttributes(o.Currency))
}

// alwaysKnown are the attributes that no guest lacks, if the plan asks for them.
var alwaysKnown = []string{"last_stay", "days_since", "visits", "revenue", "rfm_r", "rfm_f", "rfm_m", "rfm_segment", stageAttribute, abcAttribute}

func stageLevels() segment.Attribute {
	a := segment.Attribute{ID: stageAttribute, Label: "Stage of the life cycle", LabelZH: "客户生命周期阶段", Family: "history", Kind: segment.Nominal}
	for _, stage := range lifecycle.Stages() {
		a.Levels = append(a.Levels, segment.Level{ID: stage.String(), Label: stage.Label(), LabelZH: stage.LabelZH()})
	}
	return a
}

func abcLevels() segment.Attribute {
	a := segment.Attribute{ID: abcAttribute, Label: "ABC class", LabelZH: "ABC分类", Family: "value", Kind: segment.Ordinal}
	for _, class := range []concentration.Class{concentration.ClassC, concentration.ClassB, concentration.ClassA} {
		a.Levels = append(a.Levels, segment.Level{ID: class.String(), Label: class.String(), LabelZH: class.String() + "类客户"})
	}
	return a
}
