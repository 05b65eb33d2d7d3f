package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// asOf is the day after the last stay that examples/generate makes.
var asOf = hotelcrm.DateOf(2026, 1, 1)

// scores reads stays, scores the guests by SQL's NTILE and writes one row a guest with the ten segments of R's rfm.
func scores(args []string) error {
	if len(args) != 2 {
		return errors.New("rfm needs a file of stays and a name to write to")
	}
	var c clock
	stays, err := readStays(args[0])
	if err != nil {
		return err
	}
	c.step("read")
	guests, err := summaries(stays)
	if err != nil {
		return err
	}
	scored, err := rfm.Of(guests, rfm.Same(rfm.NTile, 5))
	if err != nil {
		return err
	}
	segments, err := scored.Segments(rfm.TenSegments())
	if err != nil {
		return err
	}
	c.step("score")
	if err := writeGuests(args[1], scored, segments); err != nil {
		return err
	}
	c.step("write")
	figure("guests", guests.Len())
	return nil
}

func readStays(name string) (hotelcrm.Columns, error) {
	var stays hotelcrm.Columns
	file, err := os.Open(name)
	if err != nil {
		return stays, err
	}
	defer file.Close()
	rows := csv.NewReader(bufio.NewReaderSize(file, 1<<20))
	rows.ReuseRecord = true
	if _, err := rows.Read(); err != nil { // the header
		return stays, err
	}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			stays.Departure = stays.Arrival
			return stays, nil
		}
		if err != nil {
			return stays, err
		}
		if err := addStay(&stays, row); err != nil {
			return stays, err
		}
	}
}

// addStay adds a row of guest, day and amount.
func addStay(stays *hotelcrm.Columns, row []string) error {
	day, err := hotelcrm.ParseDate(row[1])
	if err != nil {
		return err
	}
	amount, err := decimal.NewFromString(row[2])
	if err != nil {
		return err
	}
	cents, exact := hotelcrm.ToMinor(amount, 2)
	if !exact {
		return fmt.Errorf("amount %s is no whole number of cents", amount)
	}
	stays.Guest = append(stays.Guest, strings.Clone(row[0]))
	stays.Arrival = append(stays.Arrival, day)
	stays.RoomRevenue = append(stays.RoomRevenue, cents)
	return nil
}

// summaries adds up the stays of each guest.
func summaries(stays hotelcrm.Columns) (*hotelcrm.Summaries, error) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{
		Currency: "EUR", Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay},
	})
	if err != nil {
		return nil, err
	}
	if err := register.AddColumns(stays); err != nil {
		return nil, err
	}
	return register.Summaries(asOf, hotelcrm.Window{})
}

func writeGuests(name string, scored *rfm.Scores, segments *rfm.Segmentation) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, "guest,recency,frequency,monetary,r,f,m,segment")
	for i, g := range scored.Summaries().All() {
		s := scored.At(i)
		fmt.Fprintf(out, "%s,%d,%d,%s,%d,%d,%d,%s\n", g.Guest, asOf.DaysSince(g.Last), g.Visits, g.Revenue.StringFixed(2), s.R, s.F, s.M, segments.At(i).ID)
	}
	return errors.Join(out.Flush(), file.Close())
}
