package segment

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Builder puts a [Table] together, column by column. It keeps what is wrong with the columns until [Builder.Build]. It is
// not safe for concurrent use.
type Builder struct {
	schema  *Schema
	setup   TableSetup
	guests  []string // in byte order
	given   []int32  // the row of each guest in the order given; nil if that is the byte order
	columns []column
	facts   *Columns
	owners  []int32 // the guest of each stay
	sorted  bool    // the stays came in their final order
	errs    []error
	strange int // values of guests who are not in the table
}

// TableSetup says what a [Builder] needs to know beside the guests.
type TableSetup struct {
	AsOf    hotelcrm.Date `json:"asOf"`              // the analysis date, needed
	Workers int           `json:"workers,omitempty"` // goroutines that may work on the table at once; 0: 1; they never change a result
}

// NewBuilder returns a builder of a table of these guests.
//
// Input: guest ids in any order, none empty and none twice; not kept.
// Errors: a [*hotelcrm.ParamError] for a nil schema, no date or workers; for guests up to [hotelcrm.MaxRowErrors]
// [*hotelcrm.RowError] joined.
// Cost: O(n log n), O(n) if the ids come in byte order.
func NewBuilder(schema *Schema, setup TableSetup, guests []string) (*Builder, error) {
	if schema == nil {
		return nil, refuse.Param("schema", "nil", "a schema of NewSchema")
	}
	if setup.AsOf < hotelcrm.MinDate || setup.AsOf > hotelcrm.MaxDate {
		return nil, refuse.Param("TableSetup.AsOf", setup.AsOf.String(), "a date")
	}
	if err := share.Check("TableSetup.Workers", setup.Workers, refuse.Param); err != nil {
		return nil, err
	}
	b := &Builder{schema: schema, setup: setup, guests: slices.Clone(guests), columns: schema.guests.columns()}
	if !slices.IsSorted(guests) {
		b.arrange(guests)
	}
	if err := b.checkGuests(guests); err != nil {
		return nil, err
	}
	return b, nil
}

// columns returns an empty column for each attribute.
func (f *fields) columns() []column {
	out := make([]column, len(f.list))
	for i := range out {
		out[i] = column{attr: &f.list[i], levels: f.list[i].Levels}
	}
	return out
}

func (b *Builder) arrange(guests []string) {
	order := make([]int32, len(guests))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return strings.Compare(guests[x], guests[y]) })
	b.given = make([]int32, len(guests))
	for row, i := range order {
		b.guests[row], b.given[i] = guests[i], int32(row)
	}
}

// checkGuests finds empty ids and those that occur twice, at their second row.
func (b *Builder) checkGuests(guests []string) error {
	var errs []error
	for i := range guests {
		row := i
		if b.given != nil {
			row = int(b.given[i])
		}
		switch {
		case b.guests[row] == "":
			errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: "guest", Err: hotelcrm.MissingGuest})
		case row > 0 && b.guests[row-1] == b.guests[row]:
			errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: "guest", Err: hotelcrm.WasRepeat})
		}
		if len(errs) == hotelcrm.MaxRowErrors {
			break
		}
	}
	return errors.Join(errs...)
}

// WarnOtherGuests: columns had values of guests who are not in the table; they were left out.
const WarnOtherGuests hotelcrm.WarningCode = "values-of-other-guests"

// Build returns the table. The builder must not be used afterwards.
//
// Errors: what was wrong with the columns, up to [hotelcrm.MaxRowErrors] errors joined; a [*hotelcrm.ParamError] for a
// required attribute that a guest lacks.
func (b *Builder) Build() (*Table, error) {
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	out := &Table{schema: b.schema, asOf: b.setup.AsOf, workers: b.setup.Workers, guests: b.guests, columns: b.columns}
	if b.strange > 0 {
		const text = "columns have values of guests who are not in the table; they are left out"
		out.warnings = append(out.warnings, hotelcrm.Warning{Code: WarnOtherGuests, Text: text, N: b.strange})
	}
	if err := checkRequired("guests", out.columns, out.Len()); err != nil {
		return nil, err
	}
	if b.facts == nil {
		return out, nil
	}
	if err := checkRequired("stays", b.facts.columns, b.facts.size); err != nil {
		return nil, err
	}
	out.stays = b.facts.stays(len(b.guests), b.sorted)
	return out, nil
}

func checkRequired(name string, columns []column, rows int) error {
	for k := range columns {
		c := &columns[k]
		if !c.attr.Required {
			continue
		}
		for i := range rows {
			if !c.has(i) {
				return refuse.Param(name+"."+c.attr.ID, fmt.Sprintf("missing in row %d", i+1), "a value in every row")
			}
		}
	}
	return nil
}

// note keeps an error, unless there are enough already.
func (b *Builder) note(err error) {
	if len(b.errs) < hotelcrm.MaxRowErrors {
		b.errs = append(b.errs, err)
	}
}
