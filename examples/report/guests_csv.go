package main

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
)

// renderGuests returns guests.csv: a row for each guest, in the order of guest ids.
func renderGuests(a *analysis) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	header := strings.Split("guest,first,last,visits,nights,revenue,recency,frequency,monetary,r,f,m,segment", ",")
	if err := w.Write(header); err != nil {
		return nil, err
	}
	for i, guest := range a.summaries.All() {
		revenue, visits, score := money(guest.Revenue, a.places), strconv.Itoa(guest.Visits), a.scores.At(i)
		row := []string{
			safeCell(guest.Guest), guest.First.String(), guest.Last.String(), visits, strconv.Itoa(guest.Nights), revenue,
			strconv.Itoa(a.summaries.AsOf().DaysSince(guest.Last)), visits, revenue,
			strconv.Itoa(int(score.R)), strconv.Itoa(int(score.F)), strconv.Itoa(int(score.M)), "",
		}
		if a.in.noNights {
			row[4] = ""
		}
		if a.segments != nil {
			row[12] = a.segments.At(i).ID
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// safeCell puts an apostrophe before a text that a spreadsheet would read as a formula.
func safeCell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
