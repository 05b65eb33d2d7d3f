package words

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/classes"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
)

// Conditions says conditions on guests of a schema in words.
type Conditions struct {
	Schema *segment.Schema
	lang.Printer
}

// ConditionsOf returns the words for the conditions of the plan by which guests are classed.
func ConditionsOf(p lang.Printer, c *classes.Result) Conditions {
	schema, _ := c.Schema() // cannot fail: the classes were made with it
	return Conditions{schema, p}
}

// Of returns a condition as a part of a sentence.
func (w Conditions) Of(c segment.Condition) string { return w.inside(c, 0) }

func (w Conditions) inside(c segment.Condition, outer segment.Op) string {
	switch c.Op {
	case segment.All, segment.Any:
		return w.joined(c, outer)
	case segment.Not:
		if len(c.Of) == 1 && c.Of[0].Op == segment.Missing {
			return w.Say("%s known", w.name(&c.Of[0]))
		}
		return w.Say("not (%s)", w.inside(c.Of[0], 0))
	case segment.SameStay:
		return c.String()
	}
	return w.name(&c) + w.Say(" ") + w.compared(c)
}

func (w Conditions) joined(c segment.Condition, outer segment.Op) string {
	word, none := w.Say(" and "), w.Say("always")
	if c.Op == segment.Any {
		word, none = w.Say(" or "), w.Say("never")
	}
	if len(c.Of) == 0 {
		return none
	}
	var parts []string
	for _, one := range c.Of {
		parts = append(parts, w.inside(one, c.Op))
	}
	text := w.Join(parts, word)
	if outer != 0 && outer != c.Op && len(parts) > 1 {
		return w.Say("(%s)", text)
	}
	return text
}

// name returns what a leaf asks for.
func (w Conditions) name(c *segment.Condition) string { return w.Named(c.Attr, c.Stays) }

// Named returns what a condition asks for, of a guest or of stays.
func (w Conditions) Named(attr string, stays *segment.Stays) string {
	if stays != nil {
		return stays.String()
	}
	if k, ok := w.Schema.Find(attr); ok && (attr != "visits" || w.Chinese()) { // the label of visits is longer than its name
		return prose.LowerFirst(w.Pick(w.Schema.At(k).Label, w.Schema.At(k).LabelZH))
	}
	return attr
}

// compared says what a leaf holds its value against.
func (w Conditions) compared(c segment.Condition) string {
	value := func(text string) string { return w.Value(c.Attr, c.Stays, text) }
	switch c.Op {
	case segment.Equal:
		return w.Say("%s", value(c.Value))
	case segment.NotEqual:
		return w.Say("other than %s", value(c.Value))
	case segment.Less:
		return w.Say("below %s", value(c.Value))
	case segment.LessEqual:
		return w.Say("at most %s", value(c.Value))
	case segment.Greater:
		return w.Say("above %s", value(c.Value))
	case segment.GreaterEqual:
		return w.Say("at least %s", value(c.Value))
	case segment.Between:
		return w.between(c.Ends, value(c.From), value(c.To))
	case segment.In:
		var list []string
		for _, one := range c.Values {
			list = append(list, value(one))
		}
		return w.Say("%s", w.Join(list, w.Say(" or ")))
	}
	return w.Say("not known")
}

// between says a range with its ends.
func (w Conditions) between(ends segment.Ends, from, to string) string {
	switch ends {
	case segment.ClosedTop:
		return w.Say("above %s to %s", from, to)
	case segment.ClosedLow:
		return w.Say("from %s to below %s", from, to)
	case segment.OpenEnds:
		return w.Say("above %s to below %s", from, to)
	}
	return w.Say("from %s to %s", from, to)
}

// Value writes a value as people read it: levels by their label, numbers with separators and no zeros at the end.
func (w Conditions) Value(attr string, stays *segment.Stays, text string) string {
	if text == "" {
		return w.Say("not known")
	}
	if k, ok := w.Schema.Find(attr); ok && stays == nil {
		a := w.Schema.At(k)
		if place, ok := a.Level(text); ok && a.Levels[place].Label != "" {
			return prose.LowerFirst(w.Pick(a.Levels[place].Label, a.Levels[place].LabelZH))
		}
	}
	if !intake.IsDecimal(text) {
		return text
	}
	if whole, part, point := strings.Cut(text, "."); point && strings.Trim(part, "0") == "" {
		text = whole
	}
	return prose.Group(text)
}

// change says which value would have to be another.
func (w Conditions) change(c segment.Change) string {
	return w.Say("%s %s instead of %s", w.Named(c.Attr, c.Stays), w.Value(c.Attr, c.Stays, c.To), w.Value(c.Attr, c.Stays, c.From))
}

// Changes says a smallest change, empty if nothing would do.
func (w Conditions) Changes(list []segment.Change) string {
	var out []string
	for _, c := range list {
		out = append(out, w.change(c))
	}
	return w.Join(out, w.Say(" and "))
}

// Leaf is a part of a condition, and what a guest has to it.
type Leaf struct{ Asked, Has, Held string }

// Leaves says which parts of a condition hold.
func (w Conditions) Leaves(list []segment.LeafReason) []Leaf {
	var out []Leaf
	for _, leaf := range list {
		c := leaf.Condition
		held := w.Say("no")
		if leaf.Held {
			held = w.Say("yes")
		}
		out = append(out, Leaf{Asked: lang.Capital(w.Of(c)), Has: w.Value(c.Attr, c.Stays, leaf.Value), Held: held})
	}
	return out
}
