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

// A sheet is a table as a book prints it: one text a cell, empty for missing, the class last.
type sheet struct {
	heads []string
	rows  [][]string
	kinds map[string][]string // levels of nominals in order; an attribute that is not here is a number
}

func (s sheet) column(j int) []string {
	out := make([]string, len(s.rows))
	for i, row := range s.rows {
		out[i] = row[j]
	}
	return out
}

func (s sheet) pick(rows []int) sheet {
	part := sheet{heads: s.heads, kinds: s.kinds}
	for _, i := range rows {
		part.rows = append(part.rows, s.rows[i])
	}
	return part
}

func (s sheet) table(t testing.TB) *segment.Table {
	t.Helper()
	attributes := make([]segment.Attribute, 0, len(s.heads))
	for _, head := range s.heads {
		a := segment.Attribute{ID: sheetID(head), Kind: segment.Numeric}
		if levels, ok := s.kinds[head]; ok {
			a.Kind = segment.Nominal
			for _, level := range levels {
				a.Levels = append(a.Levels, segment.Level{ID: level})
			}
		}
		attributes = append(attributes, a)
	}
	schema, err := segment.NewSchema(attributes, nil)
	sheetCheck(t, err)
	guests := make([]string, len(s.rows))
	for i := range guests {
		guests[i] = fmt.Sprintf("g%06d", i)
	}
	date, err := hotelcrm.ParseDate("2026-01-01")
	sheetCheck(t, err)
	builder, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: date}, guests)
	sheetCheck(t, err)
	for j, head := range s.heads {
		builder.Guests(nil).Texts(sheetID(head), s.column(j))
	}
	table, err := builder.Build()
	sheetCheck(t, err)
	return table
}

func (s sheet) bin(t testing.TB) *tree.Binned {
	t.Helper()
	b, err := tree.Bin(s.table(t), sheetID(s.heads[len(s.heads)-1]), tree.BinSettings{})
	sheetCheck(t, err)
	return b
}

func (s sheet) number(row, j int) float64 {
	if s.rows[row][j] == "" {
		return math.NaN()
	}
	levels, nominal := s.kinds[s.heads[j]]
	if !nominal {
		x, err := strconv.ParseFloat(s.rows[row][j], 64)
		if err != nil {
			panic(err)
		}
		return x
	}
	for k, level := range levels {
		if level == s.rows[row][j] {
			return float64(k)
		}
	}
	panic("no level " + s.rows[row][j])
}

func sheetID(head string) string { return strings.ToLower(strings.ReplaceAll(head, "-", "_")) }

func sheetCheck(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func sheetOf(text string, kinds map[string][]string) sheet {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		panic(err)
	}
	return sheet{heads: rows[0], rows: rows[1:], kinds: kinds}
}

// publicSheet reads one of the classic tables that Weka ships, with the levels in their declared order.
func publicSheet(t testing.TB, name string) sheet {
	t.Helper()
	var all map[string]map[string]json.RawMessage
	sheetCheck(t, json.Unmarshal(publicdata.Read(t, "trees/levels.json"), &all))
	kinds := map[string][]string{}
	for head, kind := range all[name] {
		var levels []string
		if json.Unmarshal(kind, &levels) == nil {
			kinds[head] = levels
		}
	}
	return sheetOf(string(publicdata.Read(t, "trees/"+name+".csv")), kinds)
}
