package segment

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/plural"
)

// String returns the condition in one line for people: visits >= 5 and revenue in [20000, 100000).
func (c Condition) String() string {
	var b strings.Builder
	c.write(&b, 0)
	return b.String()
}

func (c *Condition) write(b *strings.Builder, outer Op) {
	switch c.Op {
	case All, Any:
		c.writeJoined(b, outer)
		return
	case Not:
		b.WriteString("not (")
		for i := range c.Of {
			c.Of[i].write(b, 0)
		}
		b.WriteByte(')')
		return
	case SameStay:
		b.WriteString("a stay")
		c.Stays.write(b)
		return
	}
	b.WriteString(c.name())
	b.WriteByte(' ')
	b.WriteString(c.asked())
}

// name returns what a leaf asks for.
func (c *Condition) name() string {
	if c.Stays == nil {
		return c.Attr
	}
	return c.Stays.String()
}

// String returns what is made of which stays, in one line.
func (s *Stays) String() string {
	var b strings.Builder
	b.WriteString(s.Take.String())
	if s.Of != "" {
		b.WriteString(" of " + s.Of)
	}
	b.WriteString(" of stays")
	s.write(&b)
	return b.String()
}

func (c *Condition) writeJoined(b *strings.Builder, outer Op) {
	word, none := " and ", "always"
	if c.Op == Any {
		word, none = " or ", "never"
	}
	if len(c.Of) == 0 {
		b.WriteString(none)
		return
	}
	brackets := outer != 0 && outer != c.Op && len(c.Of) > 1
	if brackets {
		b.WriteByte('(')
	}
	for i := range c.Of {
		if i > 0 {
			b.WriteString(word)
		}
		inner := c.Op
		if len(c.Of) == 1 {
			inner = outer
		}
		c.Of[i].write(b, inner)
	}
	if brackets {
		b.WriteByte(')')
	}
}

// asked returns the operator and what the value is held against.
func (c *Condition) asked() string {
	switch c.Op {
	case Between:
		low, top := "[", "]"
		if c.Ends.lowOpen() {
			low = "("
		}
		if c.Ends.topOpen() {
			top = ")"
		}
		return "in " + low + c.From + ", " + c.To + top
	case In:
		return "in {" + strings.Join(c.Values, ", ") + "}"
	case Missing:
		return "is missing"
	}
	return c.Op.String() + " " + c.Value
}

func (s *Stays) write(b *strings.Builder) {
	if s == nil {
		return
	}
	if s.Where != nil {
		b.WriteString(" with (" + s.Where.String() + ")")
	}
	switch {
	case s.LastDays != 0:
		b.WriteString(" in the last " + plural.Of(s.LastDays, "day", "days"))
	case s.LastMonths != 0:
		b.WriteString(" in the last " + plural.Of(s.LastMonths, "month", "months"))
	}
	if s.From != 0 {
		b.WriteString(" from " + s.From.String())
	}
	if s.To != 0 {
		b.WriteString(" to " + s.To.String())
	}
}
