package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// warningText returns a warning as a sentence of the page.
func (a *analysis) warningText(w hotelcrm.Warning) string {
	if a.Chinese() && w.N == 1 && strings.HasPrefix(w.Text, "guests ") {
		w.Text = "1 " + w.Text
	}
	return lang.Capital(chinese.Finished(a.Printer, countedWarning(w)))
}

// countedWarning says how many guests are meant, where the text begins with guests.
func countedWarning(w hotelcrm.Warning) string {
	if w.N > 1 && strings.HasPrefix(w.Text, "guests ") {
		return prose.Whole(w.N) + " " + w.Text
	}
	return w.Text
}
