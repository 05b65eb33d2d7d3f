package segment

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Attribute is one column of a guest table, or of the stays that it carries: a plain value, JSON both ways. [NewSchema]
// checks it.
type Attribute struct {
	ID      string `json:"id"`
	Label   string `json:"label,omitempty"`
	LabelZH string `json:"labelZh,omitempty"` // Chinese
	Family  string `json:"family,omitempty"`  // a heading to show it under
	Note    string `json:"note,omitempty"`    // what a reader should know, such as who owns a shared edge
	Kind    Kind   `json:"kind"`

	Levels []Level `json:"levels,omitempty"` // of ordinals, lowest rank first, and of nominals
	Open   bool    `json:"open,omitempty"`   // a nominal that may have further levels in a table
	Bands  *Bands  `json:"bands,omitempty"`  // how an ordinal comes from a number

	Count    bool   `json:"count,omitempty"`    // a numeric of whole numbers from 0
	Currency string `json:"currency,omitempty"` // of money, ISO 4217

	// Required says that no guest lacks a value. A table without one is refused, and gaps between classes are not sought
	// among guests without one.
	Required bool `json:"required,omitempty"`
}

// Level is one value of an ordinal or a nominal.
type Level struct {
	ID      string `json:"id"`
	Label   string `json:"label,omitempty"`
	LabelZH string `json:"labelZh,omitempty"`
}

// MaxLevels is the largest number of levels of one attribute.
const MaxLevels = 60_000

// Level returns the place of a level, counted from 0 in rank order, and false for an id that is none.
func (a *Attribute) Level(id string) (int, bool) {
	i := slices.IndexFunc(a.Levels, func(l Level) bool { return l.ID == id })
	return i, i >= 0
}

// places returns the place of each level.
func (a *Attribute) places() map[string]int {
	out := make(map[string]int, len(a.Levels))
	for i, l := range a.Levels {
		out[l.ID] = i
	}
	return out
}

// clone returns a copy that shares nothing with a.
func (a *Attribute) clone() Attribute {
	out := *a
	out.Levels = slices.Clone(a.Levels)
	out.Bands = a.Bands.clone()
	return out
}

// check returns what is wrong with the attribute of that name.
func (a *Attribute) check(name string) error {
	wrong := func(field, value, allowed string) error {
		return refuse.Param(name+"."+field, value, allowed)
	}
	switch {
	case a.ID == "" || len(a.ID) > maxText:
		return wrong("ID", a.ID, "a short id")
	case a.Kind < Numeric || a.Kind > Money:
		return wrong("Kind", a.Kind.String(), "one of "+kindNames.Allowed())
	case a.Count && a.Kind != Numeric:
		return wrong("Count", a.Kind.String(), "a numeric attribute")
	case a.Open && a.Kind != Nominal:
		return wrong("Open", a.Kind.String(), "a nominal attribute")
	case a.Bands != nil && a.Kind != Ordinal:
		return wrong("Bands", a.Kind.String(), "an ordinal attribute")
	case len(a.Levels) > MaxLevels:
		return wrong("Levels", fmt.Sprint(len(a.Levels)), fmt.Sprintf("at most %d", MaxLevels))
	case !a.Kind.levelled() && len(a.Levels) > 0:
		return wrong("Levels", a.Kind.String(), "an ordinal or a nominal attribute")
	case a.Kind.levelled() && len(a.Levels) == 0 && !a.Open:
		return wrong("Levels", "none", "at least one level")
	}
	if err := a.checkCurrency(wrong); err != nil {
		return err
	}
	if err := a.checkLevels(wrong); err != nil {
		return err
	}
	return a.Bands.check(len(a.Levels), wrong)
}

// maxText is the longest id of an attribute or a level, and the longest number in a condition.
const maxText = 200

func (a *Attribute) checkCurrency(wrong func(field, value, allowed string) error) error {
	if a.Kind != Money {
		if a.Currency != "" {
			return wrong("Currency", a.Currency, "empty where the kind is not money")
		}
		return nil
	}
	if _, err := hotelcrm.MinorUnits(a.Currency); err != nil {
		return wrong("Currency", a.Currency, "an ISO 4217 code such as EUR")
	}
	return nil
}

func (a *Attribute) checkLevels(wrong func(field, value, allowed string) error) error {
	seen := make(map[string]bool, len(a.Levels))
	for i, l := range a.Levels {
		if l.ID == "" || len(l.ID) > maxText || seen[l.ID] {
			return wrong(fmt.Sprintf("Levels[%d].ID", i), l.ID, "a short id of its own")
		}
		seen[l.ID] = true
	}
	return nil
}

// decimals returns the decimal places of the integers of a money column.
func (a *Attribute) decimals() int {
	places, _ := hotelcrm.MinorUnits(a.Currency) // checked by NewSchema
	return places
}
