package tree_test

import (
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// smallHotel returns the thirty guests of the examples: attributes, spend in euros, and the behaviour group that the
// manager put each in.
func smallHotel() *segment.Table {
	records, err := csv.NewReader(strings.NewReader(strings.TrimSpace(hotel30))).ReadAll()
	if err != nil {
		panic(err)
	}
	var attributes []segment.Attribute
	for _, id := range records[0] {
		a := segment.Attribute{ID: id, Kind: segment.Numeric}
		if id == "entertain_spend" {
			a.Kind, a.Currency = segment.Money, "EUR"
		}
		for _, level := range hotelLevels[id] {
			a.Kind = segment.Nominal
			a.Levels = append(a.Levels, segment.Level{ID: level})
		}
		if id == "satisfaction" || id == "income" {
			a.Kind = segment.Ordinal
		}
		attributes = append(attributes, a)
	}
	schema, err := segment.NewSchema(attributes, nil)
	if err != nil {
		panic(err)
	}
	var guests []string
	for i := range records[1:] {
		guests = append(guests, fmt.Sprintf("guest-%02d", i+1))
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 3, 1)}, guests)
	if err != nil {
		panic(err)
	}
	for j, id := range records[0] {
		var values []string
		for _, r := range records[1:] {
			values = append(values, r[j])
		}
		b.Guests(guests).Texts(id, values)
	}
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	return table
}

func binSmallHotel() *tree.Binned {
	b, err := tree.Bin(smallHotel(), "group", tree.BinSettings{})
	if err != nil {
		panic(err)
	}
	return b
}

func fitSmallHotel() *tree.Tree {
	t, _, err := tree.Fit(binSmallHotel(), tree.C45())
	if err != nil {
		panic(err)
	}
	return t
}
