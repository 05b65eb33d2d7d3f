package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment"
)

// conditionWords says conditions on guests of a schema in words.
type conditionWords struct {
	schema *segment.Schema
	lang.Printer
}

// of returns a condition as a part of a sentence.
func (w conditionWords) of(c segment.Condition) string { return w.inside(c, 0) }

func (w conditionWords) inside(c segment.Condition, outer segment.Op) string {
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

func (w conditionWords) joined(c segment.Condition, outer segment.Op) string {
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
	text := strings.Join(parts, word)
	if outer != 0 && outer != c.Op && len(parts) > 1 {
		return w.Say("(%s)", text)
	}
	return text
}

// name returns what a leaf asks for.
func (w conditionWords) name(c *segment.Condition) string { return w.named(c.Attr, c.Stays) }

func (w conditionWords) named(attr string, stays *segment.Stays) string {
	if stays != nil {
		return stays.String()
	}
	if k, ok := w.schema.Find(attr); ok && (attr != "visits" || w.Chinese()) { // the label of visits is longer than its name
		return prose.LowerFirst(w.Pick(w.schema.At(k).Label, w.schema.At(k).LabelZH))
	}
	return attr
}

// compared says what a leaf holds its value against.
func (w conditionWords) compared(c segment.Condition) string {
	value := func(text string) string { return w.value(c.Attr, c.Stays, text) }
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
		return w.Say("%s", strings.Join(list, w.Say(" or ")))
	}
	return w.Say("not known")
}

// between says a range with its ends.
func (w conditionWords) between(ends segment.Ends, from, to string) string {
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

// value writes a value as people read it: levels by their label, numbers with separators and no zeros at the end.
func (w conditionWords) value(attr string, stays *segment.Stays, text string) string {
	if text == "" {
		return w.Say("not known")
	}
	if k, ok := w.schema.Find(attr); ok && stays == nil {
		a := w.schema.At(k)
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
func (w conditionWords) change(c segment.Change) string {
	return w.Say("%s %s instead of %s", w.named(c.Attr, c.Stays), w.value(c.Attr, c.Stays, c.To), w.value(c.Attr, c.Stays, c.From))
}

// changes says a smallest change, empty if nothing would do.
func (w conditionWords) changes(list []segment.Change) string {
	var out []string
	for _, c := range list {
		out = append(out, w.change(c))
	}
	return strings.Join(out, w.Say(" and "))
}
