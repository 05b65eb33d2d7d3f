package main

import (
	"bufio"
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// alive fits the BG/NBD model to a log of visits: blank-separated columns, the id and the day as 19970131 first.
func alive(args []string) error {
	if len(args) != 1 {
		return errors.New("alive needs a log of visits")
	}
	var c clock
	offsets, visits, err := readVisits(args[0])
	if err != nil {
		return err
	}
	watch := btyd.Watch{First: hotelcrm.DateOf(1997, 1, 1), Last: hotelcrm.DateOf(1998, 6, 30)}
	split, err := btyd.SplitOf(valuation.Week, offsets, visits, watch)
	if err != nil {
		return err
	}
	c.step("read")
	cells, err := split.Cells()
	if err != nil {
		return err
	}
	fit, err := btyd.FitBGNBD(cells, 1)
	if err != nil {
		return err
	}
	c.step("fit")
	figure("guests", len(split.Histories))
	figure("loglikelihood", fit.Report.LogLikelihood)
	for _, p := range fit.Report.Params {
		figure(p.Name, p.Value)
		figure(p.Name+"_error", p.StdErr)
	}
	return nil
}

// readVisits returns the visits of guest after guest, each guest's from offsets[i] to offsets[i+1], in order of time.
func readVisits(name string) (offsets []int, visits []hotelcrm.Date, err error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Scan() // the header
	of := map[string][]hotelcrm.Date{}
	for lines.Scan() {
		cells := strings.Fields(lines.Text())
		if len(cells) < 2 || len(cells[1]) != 8 {
			return nil, nil, errors.New("a line has no id and day")
		}
		day, err := hotelcrm.ParseDate(cells[1][:4] + "-" + cells[1][4:6] + "-" + cells[1][6:])
		if err != nil {
			return nil, nil, err
		}
		of[cells[0]] = append(of[cells[0]], day)
	}
	for _, days := range of {
		slices.Sort(days)
		offsets = append(offsets, len(visits))
		visits = append(visits, days...)
	}
	return append(offsets, len(visits)), visits, lines.Err()
}
