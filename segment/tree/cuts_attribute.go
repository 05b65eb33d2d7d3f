package tree

import (
	"fmt"
	"strconv"

	"github.com/hotelcrm/hotelcrm/segment"
)

// Attribute returns the bins as an ordinal attribute of a guest table: one level a bin, and the bands that say which
// number is in which. [Cuts.AppendCodes] gives its column; a [segment.Builder] bands numbers by itself.
//
// Input: of says in words what was cut, with its unit. Levels are called 1, 2, ... and labelled with the name or the
// interval of the bin.
// Errors: a [*hotelcrm.ParamError] for cuts that are not valid, or points beyond 100 decimal places.
func (c Cuts) Attribute(id, of string) (segment.Attribute, error) {
	if err := c.Validate(); err != nil {
		return segment.Attribute{}, err
	}
	bands := segment.Bands{Of: of, CutsGoDown: c.Side == SideBelow}
	for _, point := range c.Points {
		bands.Cuts = append(bands.Cuts, exactly(point))
	}
	out := segment.Attribute{ID: id, Kind: segment.Ordinal, Bands: &bands, Note: fmt.Sprintf("cut by %s; a point belongs to the bin %s it", c.Method, c.Side)}
	for bin := 1; bin <= c.InEffect(); bin++ {
		out.Levels = append(out.Levels, segment.Level{ID: strconv.Itoa(bin), Label: c.Name(bin)})
	}
	if _, err := segment.NewSchema([]segment.Attribute{out}, nil); err != nil {
		return segment.Attribute{}, err
	}
	return out, nil
}
