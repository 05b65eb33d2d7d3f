package classes

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// Plan is by which plan the guests are classed, and which attributes it asks for.
type Plan struct {
	File    string // empty: that of the literature, as far as stays tell it
	Plan    segment.Plan
	Asked   map[string]bool
	OfStays bool // it asks for stays one by one
}

// The attributes that are found from visits one by one, and how guests stand to each other.
const (
	stageAttribute = "life_stage"
	abcAttribute   = "abc"
)

// of returns p with a plan, and notes what its conditions ask for.
func (p Plan) of(plan segment.Plan) Plan {
	p.Plan, p.Asked, p.OfStays = plan, map[string]bool{}, false
	for _, class := range plan.Classes {
		p.note(&class.When)
	}
	return p
}

func (p *Plan) note(c *segment.Condition) {
	if c.Stays != nil {
		p.OfStays = true
	}
	if c.Attr != "" {
		p.Asked[c.Attr] = true
	}
	for i := range c.Of {
		p.note(&c.Of[i])
	}
}

// Default is the plan of the literature, as far as stays tell it.
func Default() Plan {
	told, _ := ToldByStays()
	return Plan{}.of(told)
}

// OfVisits reports whether the plan asks for what only visits one by one tell.
func (p *Plan) OfVisits() bool { return p.OfStays || p.Asked[stageAttribute] }

// ToldByStays returns the guest classes of the literature without what a table of stays cannot tell, and the classes that
// are left out for it.
func ToldByStays() (told segment.Plan, untold []segment.Class) {
	told = segment.GuestClasses(segment.GuestClassReading{VisitsAndSpend: true})
	known := func(class segment.Class) bool {
		p := Plan{}.of(segment.Plan{Classes: []segment.Class{class}})
		return p.Asked["visits"] || p.Asked["revenue"]
	}
	told.Classes = slices.DeleteFunc(told.Classes, func(class segment.Class) bool {
		if known(class) {
			return false
		}
		untold = append(untold, class)
		return true
	})
	for k := range told.Classes {
		if told.Classes[k].ID == "new_guest" { // of stays alone it is everybody who came once, however long ago
			told.Classes[k].Label, told.Classes[k].LabelZH = "Came once", "仅入住一次"
		}
	}
	told.Else.Action = "none is stated: see below who falls through the table"
	return told, untold
}

// Parse returns the plan that a file holds, as package segment writes it, if it can be applied in a currency and with a
// set of segments.
func Parse(file string, content []byte, currency string, set *rfm.Set) (Plan, error) {
	var p segment.Plan
	if err := json.Unmarshal(content, &p); err != nil {
		return Plan{}, fmt.Errorf("-plan %s: no plan of classes: %w", file, err)
	}
	out := Plan{File: file}.of(p)
	schema, err := out.Schema(currency, set)
	if err == nil {
		_, err = segment.NewClassifier(schema, p)
	}
	if err != nil {
		return out, fmt.Errorf("-plan %s: %w; known of guests are %s", file, err, strings.Join(idsOf(schema), ", "))
	}
	return out, nil
}

func idsOf(s *segment.Schema) []string {
	var out []string
	for _, a := range s.Guests() {
		out = append(out, a.ID)
	}
	return out
}

// Schema is what the plan may ask for, in a currency and with a set of segments; nil: there are scores only.
func (p *Plan) Schema(currency string, set *rfm.Set) (*segment.Schema, error) {
	guests := append(segment.SummaryAttributes(currency), segment.ValueAttributes(currency)...)
	if set != nil {
		guests = append(guests, segment.RFMAttributes(*set)...)
	} else {
		guests = append(guests, segment.RFMAttributes(rfm.Hotel())[:3]...) // scores only
	}
	guests = append(guests, stageLevels(), abcLevels())
	for k := range guests {
		guests[k].Required = p.Asked[guests[k].ID] && slices.Contains(alwaysKnown, guests[k].ID)
	}
	return segment.NewSchema(guests, segment.StayAttributes(currency))
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
