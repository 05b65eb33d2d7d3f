package docs_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// sheet is the table that the sales office has kept until now: last stay, number of stays and total of each guest.
const sheet = `guest;last stay;stays;total
ann;20.12.2025;9;4.100,00
bob;05.05.2023;1;99,00
cid;15.08.2025;1;2.450,00
dee;08.06.2024;4;1.160,50
eve;10.07.2025;2;990,00
`

// readSheet returns one summary a row.
func readSheet(file io.Reader) ([]hotelcrm.Summary, error) {
	r := csv.NewReader(file)
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	var guests []hotelcrm.Summary
	for n, row := range rows[1:] {
		last, err := hotelcrm.ParseDateAs("02.01.2006", row[1])
		if err != nil {
			return nil, &hotelcrm.RowError{Row: n + 1, Field: "last stay", Value: row[1], Err: err}
		}
		visits, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, &hotelcrm.RowError{Row: n + 1, Field: "stays", Value: row[2], Err: err}
		}
		total, err := decimal.NewFromString(strings.NewReplacer(".", "", ",", ".").Replace(row[3]))
		if err != nil {
			return nil, &hotelcrm.RowError{Row: n + 1, Field: "total", Value: row[3], Err: err}
		}
		guests = append(guests, hotelcrm.Summary{Guest: row[0], Last: last, Visits: visits, Revenue: total})
	}
	return guests, nil
}

// rules are the formulas of the sheet as data:
//
//	=IF(AND(stays>=5, total>=2000), "vip", IF(total>=2000, "big spender", IF(stays>=2, "returning", "other")))
func rules() segment.Plan {
	big := segment.Is("revenue", segment.GreaterEqual, "2000")
	return segment.Plan{
		Version: segment.Version, ID: "office", Revision: 1, Mode: segment.Exclusive,
		Classes: []segment.Class{
			{ID: "vip", When: segment.AllOf(segment.Is("visits", segment.GreaterEqual, "5"), big)},
			{ID: "big spender", When: big},
			{ID: "returning", When: segment.Is("visits", segment.GreaterEqual, "2")},
		},
		Else: &segment.Class{ID: "other"},
	}
}

// classes returns the class of every guest, and proves first what is odd about the rules.
func classes(guests *hotelcrm.Summaries) (*segment.Assignment, error) {
	schema, err := segment.NewSchema(segment.SummaryAttributes(guests.Currency()), nil)
	if err != nil {
		return nil, err
	}
	classifier, err := segment.NewClassifier(schema, rules())
	if err != nil {
		return nil, err
	}
	for _, u := range classifier.Lint(segment.LintSetup{}).Unreachable {
		fmt.Println("nobody can be in", u.Class)
	}
	builder, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: guests.AsOf()}, guests.Guests())
	if err != nil {
		return nil, err
	}
	builder.Summaries(guests)
	table, err := builder.Build()
	if err != nil {
		return nil, err
	}
	return classifier.Assign(table)
}

func Example_fromASpreadsheet() {
	list, err := readSheet(strings.NewReader(sheet))
	if err != nil {
		fmt.Println(err)
		return
	}
	guests, err := hotelcrm.NewSummaries("EUR", hotelcrm.DateOf(2025, 12, 31), list)
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, err := rfm.Of(guests, rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	assigned, err := classes(guests)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, g := range guests.All() {
		fmt.Println(g.Guest, scores.At(i), assigned.Reasons(i)[0].Class)
	}
	dee, _ := guests.Find("dee")
	for _, missed := range assigned.Reasons(dee)[0].Missed {
		for _, change := range missed.Why.Changes {
			fmt.Println("dee is no", missed.Class+":", change.Attr, "is", change.From, "and would have to be", change.To)
		}
	}
	// Output:
	// ann 555 vip
	// bob 111 other
	// cid 414 big spender
	// dee 243 returning
	// eve 332 returning
	// dee is no vip: visits is 4 and would have to be 5
	// dee is no vip: revenue is 1160.50 and would have to be 2000.00
	// dee is no big spender: revenue is 1160.50 and would have to be 2000.00
}
