package docs_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/hotelcrm/hotelcrm/segment/tree"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"github.com/shopspring/decimal"
)

// All rooms report as many wrong rows as the root package says.
func TestEveryRoomReportsAsManyWrongRows(t *testing.T) {
	const rows = 10 * hotelcrm.MaxRowErrors
	infinite := slices.Repeat([]float64{math.Inf(1)}, rows)
	asOf := hotelcrm.DateOf(2026, 6, 30)
	for name, refuse := range map[string]func() error{
		"stays": func() error {
			register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
			if err != nil {
				return err
			}
			return register.AddColumns(hotelcrm.Columns{Guest: slices.Repeat([]string{"anne"}, rows), Arrival: slices.Repeat([]hotelcrm.Date{asOf}, rows), Departure: slices.Repeat([]hotelcrm.Date{asOf - 1}, rows)})
		},
		"summaries": func() error {
			_, err := hotelcrm.NewSummaries("EUR", asOf, make([]hotelcrm.Summary, rows))
			return err
		},
		"spells": func() error {
			_, err := valuation.KaplanMeier(slices.Repeat([]valuation.Spell{{Length: -1}}, rows))
			return err
		},
		"profiles": func() error {
			vast := valuation.Profile{Income: decimal.NewNullDecimal(decimal.New(1, 1_000_000))}
			_, err := new(valuation.Scorer).ScoreAll(slices.Repeat([]valuation.Profile{vast}, rows), 1)
			return err
		},
		"histories": func() error {
			_, err := btyd.CellsOf(valuation.Week, slices.Repeat([]btyd.History{{X: -1}}, rows))
			return err
		},
		"guests of a table": func() error {
			schema, err := segment.NewSchema([]segment.Attribute{{ID: "age", Kind: segment.Numeric}}, nil)
			if err != nil {
				return err
			}
			_, err = segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, make([]string, rows))
			return err
		},
		"numbers to be grouped": func() error {
			_, err := cluster.NewData([]cluster.Attribute{{ID: "nights", Numbers: infinite}}, cluster.Standard)
			return err
		},
		"numbers to be cut": func() error {
			_, err := tree.EqualWidth(infinite, 5)
			return err
		},
		"dates": func() error {
			_, err := lifecycle.Rules{}.Standing(make([]hotelcrm.Date, rows), nil, asOf)
			return err
		},
		"credits": func() error {
			lines := slices.Repeat([]loyalty.Credit{{Points: 5}}, rows)
			_, err := new(posting.Poster).PostAll(points.NewAccount("anne"), lines, points.Header{})
			return err
		},
		"judgements": func() error {
			const n = 12
			names, matrix := strings.Split("abcdefghijkl", ""), make([][]weight.Ratio, n)
			for i := range matrix {
				matrix[i] = slices.Repeat([]weight.Ratio{{Num: 2, Den: 1}}, n)
			}
			_, err := weight.JudgementsOfMatrix(names, matrix, 0)
			return err
		},
	} {
		joined, ok := refuse().(interface{ Unwrap() []error })
		if !ok || len(joined.Unwrap()) != hotelcrm.MaxRowErrors {
			t.Errorf("%s: got %v, want %d errors", name, joined, hotelcrm.MaxRowErrors)
		}
	}
}
