package main

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/hotelcrm/hotelcrm/segment"
)

// input is what the file holds, column by column.
type input struct {
	name    string
	columns []string
	cells   map[string][]string // missing ones are empty
	guests  int
	labels  map[string]string // of classes that were discovered
	notes   []string
}

//go:embed example/guests.csv
var example []byte

// builtIn is the class of the built-in hotel.
const builtIn = "group"

func read(opt *options) (*input, error) {
	in, data := &input{name: "Built-in hotel", cells: map[string][]string{}}, example
	if opt.guests == "" {
		if opt.class == "" && opt.k == 0 {
			opt.class = builtIn
		}
	} else {
		var err error
		if data, err = os.ReadFile(opt.guests); err != nil {
			return nil, err
		}
		in.name = filepath.Base(opt.guests)
	}
	rows, err := rowsOf(data, opt.separator)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.name, err)
	}
	in.columns, in.guests = rows[0], len(rows)-1
	for j, column := range in.columns {
		if _, twice := in.cells[column]; twice || column == "" {
			return nil, fmt.Errorf("%s: column %d: %q is no name of its own", in.name, j+1, column)
		}
		cells := make([]string, in.guests)
		for i, row := range rows[1:] {
			if !opt.missing[row[j]] {
				cells[i] = row[j]
			}
		}
		in.cells[column] = cells
	}
	if opt.guests == "" && opt.class != builtIn { // what is to be discovered is not to be learnt from
		in.columns = slices.DeleteFunc(in.columns, func(column string) bool { return column == builtIn })
	}
	return in, in.checkNames(opt)
}

// rowsOf returns the header and the rows below it, of which there is one at least.
func rowsOf(data []byte, separator rune) ([][]string, error) {
	text, err := table.Text(data)
	if err != nil {
		return nil, err
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma = separator
	header, err := reader.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the file is empty")
	}
	if err != nil {
		return nil, err
	}
	if guess := table.Guess(header); guess != "" && guess != "blanks" {
		return nil, fmt.Errorf("the header is one column; is -sep '%s' meant?", guess)
	}
	rows, err := reader.ReadAll()
	if err == nil && len(rows) == 0 {
		err = errors.New("no guests below the header")
	}
	return append([][]string{header}, rows...), err
}

// checkNames refuses flags that name columns that are not there.
func (in *input) checkNames(opt *options) error {
	names := slices.Concat(opt.use, opt.nominal, slices.Sorted(maps.Keys(opt.ordinal)))
	if opt.class != "" {
		names = append(names, opt.class)
	}
	for _, name := range names {
		if in.cells[name] == nil {
			return fmt.Errorf("%s has no column %q; it has %s", in.name, name, strings.Join(in.columns, ", "))
		}
	}
	if slices.Contains(opt.use, opt.class) && opt.class != "" {
		return errors.New("-use names the class: it would be learnt from itself")
	}
	return nil
}

// attributes returns what the columns to learn from are.
func (in *input) attributes(opt *options) []segment.Attribute {
	var out []segment.Attribute
	for _, column := range in.columns {
		if column == opt.class || len(opt.use) > 0 && !slices.Contains(opt.use, column) {
			continue
		}
		a := in.attribute(opt, column)
		if len(opt.use) == 0 && a.Kind == segment.Nominal && len(a.Levels) > max(10, in.guests/2) {
			in.notes = append(in.notes, fmt.Sprintf("column %q is left out: it has %d different texts for %d guests", column, len(a.Levels), in.guests))
			continue
		}
		out = append(out, a)
	}
	return out
}

func (in *input) attribute(opt *options, column string) segment.Attribute {
	a := segment.Attribute{ID: column, Kind: segment.Nominal}
	levels := opt.ordinal[column]
	switch {
	case levels != nil:
		a.Kind = segment.Ordinal
	case column != opt.class && !slices.Contains(opt.nominal, column) && numeric(in.cells[column]):
		a.Kind = segment.Numeric
		return a
	default:
		levels = different(in.cells[column])
	}
	for _, level := range levels {
		a.Levels = append(a.Levels, segment.Level{ID: level})
	}
	if column == opt.class {
		for i := range a.Levels {
			a.Levels[i].Label = in.labels[a.Levels[i].ID]
		}
	}
	if len(levels) == 0 { // nobody has a value
		a.Open = true
	}
	return a
}

// numeric reports whether all cells that are not missing are numbers, and some are.
func numeric(cells []string) bool {
	n := 0
	for _, cell := range cells {
		if cell == "" {
			continue
		}
		if number, err := strconv.ParseFloat(cell, 64); err != nil || math.IsNaN(number) || math.IsInf(number, 0) {
			return false
		}
		n++
	}
	return n > 0
}

// different returns the different texts in byte order.
func different(cells []string) []string {
	seen := map[string]bool{}
	for _, cell := range cells {
		if cell != "" {
			seen[cell] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// table returns the guests, who are called by their rows, with these attributes.
func (in *input) table(attributes []segment.Attribute) (*segment.Table, error) {
	schema, err := segment.NewSchema(attributes, nil)
	if err != nil {
		return nil, err
	}
	ids := make([]string, in.guests)
	for i := range ids {
		ids[i] = fmt.Sprintf("%09d", i+1)
	}
	builder, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2000, 1, 1)}, ids) // there are no dates
	if err != nil {
		return nil, err
	}
	columns := builder.Guests(nil)
	for _, a := range attributes {
		columns.Texts(a.ID, in.cells[a.ID])
	}
	return builder.Build()
}
