package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm/segment"
)

// conditionWords says conditions on guests of a schema in words.
type conditionWords struct{ schema *segment.Schema }

// of returns a condition as a part of a sentence.
func (w conditionWords) of(c segment.Condition) string { return w.inside(c, 0) }

func (w conditionWords) inside(c segment.Condition, outer segment.Op) string {
	switch c.Op {
	case segment.All, segment.Any:
		return w.joined(c, outer)
	case segment.Not:
		if len(c.Of) == 1 && c.Of[0].Op == segment.Missing {
			return w.name(&c.Of[0]) + " known"
		}
		return "not (" + w.inside(c.Of[0], 0) + ")"
	case segment.SameStay:
		return c.String()
	}
	return w.name(&c) + " " + w.compared(c)
}

func (w conditionWords) joined(c segment.Condition, outer segment.Op) string {
	word, none := " and ", "always"
	if c.Op == segment.Any {
		word, none = " or ", "never"
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
		return "(" + text + ")"
	}
	return text
}

// name returns what a leaf asks for.
func (w conditionWords) name(c *segment.Condition) string { return w.named(c.Attr, c.Stays) }

func (w conditionWords) named(attr string, stays *segment.Stays) string {
	if stays != nil {
		return stays.String()
	}
	if k, ok := w.schema.Find(attr); ok && attr != "visits" { // the label of visits is longer than its name
		return lowerFirst(w.schema.At(k).Label)
	}
	return attr
}

// lowerFirst makes a label a part of a sentence, unless it is or begins with an abbreviation.
func lowerFirst(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if next, _ := utf8.DecodeRuneInString(label[size:]); unicode.IsUpper(next) || size == len(label) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// compared says what a leaf holds its value against.
func (w conditionWords) compared(c segment.Condition) string {
	value := func(text string) string { return w.value(c.Attr, c.Stays, text) }
	switch c.Op {
	case segment.Equal:
		return value(c.Value)
	case segment.NotEqual:
		return "other than " + value(c.Value)
	case segment.Less:
		return "below " + value(c.Value)
	case segment.LessEqual:
		return "at most " + value(c.Value)
	case segment.Greater:
		return "above " + value(c.Value)
	case segment.GreaterEqual:
		return "at least " + value(c.Value)
	case segment.Between:
		from, to := "from ", " to "
		if c.Ends == segment.ClosedTop || c.Ends == segment.OpenEnds {
			from = "above "
		}
		if c.Ends == segment.ClosedLow || c.Ends == segment.OpenEnds {
			to = " to below "
		}
		return from + value(c.From) + to + value(c.To)
	case segment.In:
		var list []string
		for _, one := range c.Values {
			list = append(list, value(one))
		}
		return strings.Join(list, " or ")
	}
	return "not known"
}

// value writes a value as people read it: levels by their label, numbers with separators and no zeros at the end.
func (w conditionWords) value(attr string, stays *segment.Stays, text string) string {
	if text == "" {
		return "not known"
	}
	if k, ok := w.schema.Find(attr); ok && stays == nil {
		a := w.schema.At(k)
		if place, ok := a.Level(text); ok && a.Levels[place].Label != "" {
			return lowerFirst(a.Levels[place].Label)
		}
	}
	if !plainDecimal(text) {
		return text
	}
	if whole, part, point := strings.Cut(text, "."); point && strings.Trim(part, "0") == "" {
		text = whole
	}
	return groupDigits(text)
}

// change says which value would have to be another.
func (w conditionWords) change(c segment.Change) string {
	return w.named(c.Attr, c.Stays) + " " + w.value(c.Attr, c.Stays, c.To) + " instead of " + w.value(c.Attr, c.Stays, c.From)
}

// changes says a smallest change, empty if nothing would do.
func (w conditionWords) changes(list []segment.Change) string {
	var out []string
	for _, c := range list {
		out = append(out, w.change(c))
	}
	return strings.Join(out, " and ")
}
