package btyd

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/hotelcrm/hotelcrm/internal/wire"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// cellsVersion is the version of both forms of [Cells].
const cellsVersion = 1

const cellsMagic = "btyd.cells"

// MarshalBinary returns the canonical form: equal cells, equal bytes. The error is always nil.
func (c *Cells) MarshalBinary() ([]byte, error) {
	b := wire.Uint(wire.Text(nil, cellsMagic), cellsVersion)
	b = wire.Uint(wire.Uint(b, uint64(c.unit)), uint64(len(c.list)))
	for _, cell := range c.list {
		b = wire.Uint(b, math.Float64bits(cell.T))
		b = wire.Uint(b, math.Float64bits(cell.Tx))
		b = wire.Uint(wire.Uint(b, uint64(cell.X)), uint64(cell.Guests))
	}
	return b, nil
}

// UnmarshalBinary reads what [Cells.MarshalBinary] writes.
//
// Errors: [hotelcrm.ErrVersion] for data of a newer library and [hotelcrm.ErrCorrupt] for any other data, both wrapped; c
// is then unchanged.
func (c *Cells) UnmarshalBinary(data []byte) error {
	r := wire.NewReader(data)
	if r.Text() != cellsMagic {
		r.Fail("not cells")
	}
	switch version := r.Uint(); {
	case version > cellsVersion:
		return fmt.Errorf("%w: %d, this library reads up to %d", hotelcrm.ErrVersion, version, cellsVersion)
	case version == 0:
		r.Fail("format version")
	}
	unit := r.Uint()
	if unit == 0 || unit > uint64(valuation.Day) {
		r.Fail("unknown unit")
	}
	const least = 4 // bytes of a cell
	list := make([]Cell, r.Count(least))
	for i := range list {
		cell := &list[i]
		cell.T, cell.Tx = math.Float64frombits(r.Uint()), math.Float64frombits(r.Uint())
		x, guests := r.Uint(), r.Uint()
		if x > maxRepeats || guests > maxInCells {
			r.Fail("cell out of range")
		}
		cell.X, cell.Guests = int(x), int64(guests)
		if i > 0 && compare(list[i-1], *cell) >= 0 || math.Signbit(cell.T) || math.Signbit(cell.Tx) {
			r.Fail("cells out of order")
		}
	}
	if err := r.End(); err != nil {
		return err
	}
	read, err := group(valuation.Period(unit), list)
	if err != nil {
		return fmt.Errorf("%w: %w", hotelcrm.ErrCorrupt, err)
	}
	*c = *read
	return nil
}

// cellsJSON is the JSON form of cells.
type cellsJSON struct {
	Version int              `json:"version"`
	Unit    valuation.Period `json:"unit"`
	Cells   []Cell           `json:"cells"`
}

// MarshalJSON returns version, unit and cells.
func (c *Cells) MarshalJSON() ([]byte, error) {
	return json.Marshal(cellsJSON{cellsVersion, c.unit, c.list})
}

// UnmarshalJSON reads what [Cells.MarshalJSON] writes, and refuses unknown fields; cells may come in any order and
// more than once.
//
// Errors: [hotelcrm.ErrVersion] for a newer form, an error of package json, or those of [NewCells]; c is then unchanged.
func (c *Cells) UnmarshalJSON(data []byte) error {
	var in cellsJSON
	if err := strict.Decode(data, &in); err != nil {
		return err
	}
	if err := strict.Version("version", in.Version, cellsVersion); err != nil {
		return err
	}
	read, err := NewCells(in.Unit, in.Cells)
	if err != nil {
		return err
	}
	*c = *read
	return nil
}
