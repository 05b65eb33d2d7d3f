package tree_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// testColumn is one column of a table.
type testColumn struct {
	Attribute segment.Attribute
	Numbers   []float64
	Codes     []uint16
}

// loadPublic reads a table of the public data sets with the levels that its source declares.
func loadPublic(t testing.TB, name string) []testColumn {
	t.Helper()
	var all map[string]map[string]any
	if err := json.Unmarshal(publicdata.Read(t, "trees/levels.json"), &all); err != nil {
		t.Fatal(err)
	}
	return loadColumns(t, string(publicdata.Read(t, "trees/"+name+".csv")), func(id string) []string {
		levels, _ := all[name][id].([]any)
		var out []string
		for _, l := range levels {
			out = append(out, l.(string))
		}
		return out
	})
}

// loadColumns reads a CSV text with a header; a column without levels is numeric.
func loadColumns(t testing.TB, text string, levels func(id string) []string) []testColumn {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(strings.TrimSpace(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []testColumn
	for i, id := range records[0] {
		var values []string
		for _, r := range records[1:] {
			values = append(values, r[i])
		}
		out = append(out, makeColumn(t, id, levels(id), values))
	}
	return out
}

func makeColumn(t testing.TB, id string, levels, values []string) testColumn {
	t.Helper()
	c := testColumn{Attribute: segment.Attribute{ID: id, Kind: segment.Numeric}}
	if levels == nil {
		for _, v := range values {
			number := math.NaN()
			if v != "" && v != "?" {
				var err error
				if number, err = strconv.ParseFloat(v, 64); err != nil {
					t.Fatal(err)
				}
			}
			c.Numbers = append(c.Numbers, number)
		}
		return c
	}
	c.Attribute.Kind = segment.Nominal
	codes := map[string]uint16{"": 0, "?": 0}
	for i, l := range levels {
		c.Attribute.Levels = append(c.Attribute.Levels, segment.Level{ID: l})
		codes[l] = uint16(i + 1)
	}
	for _, v := range values {
		code, ok := codes[v]
		if !ok {
			t.Fatalf("%s: unknown level %q", id, v)
		}
		c.Codes = append(c.Codes, code)
	}
	return c
}

// tableOf returns a table of guests 000000, 000001, ... with these columns.
func tableOf(t testing.TB, columns []testColumn) *segment.Table {
	t.Helper()
	var attributes []segment.Attribute
	for i := range columns {
		attributes = append(attributes, columns[i].Attribute)
	}
	schema, err := segment.NewSchema(attributes, nil)
	if err != nil {
		t.Fatal(err)
	}
	guests := make([]string, max(len(columns[0].Numbers), len(columns[0].Codes)))
	for i := range guests {
		guests[i] = fmt.Sprintf("%07d", i)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 1, 1)}, guests)
	if err != nil {
		t.Fatal(err)
	}
	to := b.Guests(guests)
	for i := range columns {
		if c := &columns[i]; c.Codes != nil {
			to.Codes(c.Attribute.ID, c.Codes)
		} else {
			to.Numbers(c.Attribute.ID, c.Numbers)
		}
	}
	table, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// binLast bins columns of which the last is the class.
func binLast(t testing.TB, columns []testColumn) *tree.Binned {
	t.Helper()
	b, err := tree.Bin(tableOf(t, columns), columns[len(columns)-1].Attribute.ID, tree.BinSettings{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var nan = math.NaN()

func numericAttribute(id string) segment.Attribute {
	return segment.Attribute{ID: id, Kind: segment.Numeric}
}

func nominalAttribute(id string, levels int) segment.Attribute {
	return segment.Attribute{ID: id, Kind: segment.Nominal, Levels: numbered(levels)}
}
