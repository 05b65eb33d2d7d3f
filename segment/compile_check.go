package segment

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// checkFields finds fields that the operator does not read, and those that it needs and lacks.
func (c *Condition) checkFields() error {
	for _, f := range []struct {
		name   string
		given  bool
		wanted bool
	}{
		{"of", len(c.Of) > 0, c.Op.joins()},
		{"attr", c.Attr != "", !c.Op.joins() && c.Stays == nil},
		{"stays", c.Stays != nil, !c.Op.joins() && c.Attr == ""},
		{"value", c.Value != "", c.Op >= Equal && c.Op <= GreaterEqual},
		{"from", c.From != "", c.Op == Between},
		{"to", c.To != "", c.Op == Between},
		{"ends", c.Ends != 0, c.Op == Between},
		{"values", len(c.Values) > 0, c.Op == In},
	} {
		switch {
		case c.Op < All || c.Op > SameStay:
			return refuse.Param("op", fmt.Sprint(uint8(c.Op)), "one of "+opNames.Allowed())
		case f.given && !f.wanted:
			return refuse.Param(f.name, "given", "nothing here for the operator "+c.Op.String())
		case f.wanted && !f.given && f.name != "of":
			return refuse.Param(f.name, "", "needed for the operator "+c.Op.String())
		}
	}
	switch {
	case c.Op == Not && len(c.Of) != 1:
		return refuse.Param("of", fmt.Sprintf("%d conditions", len(c.Of)), "one condition for the operator not")
	case c.Ends > OpenEnds:
		return refuse.Param("ends", fmt.Sprint(uint8(c.Ends)), "one of "+endsNames.Allowed())
	case len(c.Values) > MaxValues:
		return refuse.Param("values", fmt.Sprintf("%d values", len(c.Values)), fmt.Sprintf("at most %d", MaxValues))
	case c.Op == SameStay && c.Attr != "":
		return refuse.Param("attr", c.Attr, "nothing here for the operator sameStay")
	}
	return nil
}
