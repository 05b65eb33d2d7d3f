package btyd_test

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// cdnowWatch is the calibration and the hold-out of the literature: 39 weeks each.
func cdnowWatch(tb testing.TB) btyd.Watch {
	return btyd.Watch{First: day(tb, "1997-01-01"), Last: day(tb, "1997-09-30"), End: day(tb, "1998-06-30")}
}

func day(tb testing.TB, text string) hotelcrm.Date {
	tb.Helper()
	d, err := hotelcrm.ParseDate(text)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// cdnow returns the histories of the customers of a log, in the order of their ids.
func cdnow(tb testing.TB, file string, unit valuation.Period) *btyd.Split {
	tb.Helper()
	offsets, arrivals := cdnowVisits(tb, file)
	split, err := btyd.SplitOf(unit, offsets, arrivals, cdnowWatch(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return split
}

const (
	sampleFile = "cdnow/CDNOW_sample.txt"
	masterFile = "cdnow/CDNOW_master.txt.gz"
)

func cdnowVisits(tb testing.TB, file string) (offsets []int, arrivals []hotelcrm.Date) {
	tb.Helper()
	visits := map[string][]hotelcrm.Date{}
	column := 1
	if file == sampleFile {
		column = 2
	}
	for lines := bufio.NewScanner(bytes.NewReader(publicdata.Read(tb, file))); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) <= column || fields[0] == "customer_id" {
			continue
		}
		d := fields[column]
		id := fields[column-1]
		visits[id] = append(visits[id], day(tb, d[:4]+"-"+d[4:6]+"-"+d[6:]))
	}
	ids := make([]string, 0, len(visits))
	for id := range visits {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	offsets = []int{0}
	for _, id := range ids {
		slices.Sort(visits[id])
		arrivals = append(arrivals, visits[id]...)
		offsets = append(offsets, len(arrivals))
	}
	return offsets, arrivals
}

func cdnowCells(tb testing.TB, file string) *btyd.Cells {
	tb.Helper()
	cells, err := cdnow(tb, file, valuation.Week).Cells()
	if err != nil {
		tb.Fatal(err)
	}
	return cells
}

// roundedCells are the customers of the sample with times rounded to two decimals, as in the authors' spreadsheet.
func roundedCells(tb testing.TB) *btyd.Cells {
	tb.Helper()
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(tb, "cdnow/cdnow_customers_summary.csv"))).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	var histories []btyd.History
	for _, row := range rows[1:] {
		x, errX := strconv.Atoi(row[1])
		tx, errTx := strconv.ParseFloat(row[2], 64)
		t, errT := strconv.ParseFloat(row[3], 64)
		if errX != nil || errTx != nil || errT != nil {
			tb.Fatal(errX, errTx, errT)
		}
		histories = append(histories, btyd.History{X: x, Tx: tx, T: t})
	}
	cells, err := btyd.CellsOf(valuation.Week, histories)
	if err != nil {
		tb.Fatal(err)
	}
	return cells
}
