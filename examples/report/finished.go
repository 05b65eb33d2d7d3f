package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// warningText returns a warning as a sentence of the page.
func (a *analysis) warningText(w hotelcrm.Warning) string {
	if a.Chinese() && w.N == 1 && strings.HasPrefix(w.Text, "guests ") {
		w.Text = "1 " + w.Text
	}
	return capital(a.finished(countedWarning(w)))
}

// countedWarning says how many guests are meant, where the text begins with guests.
func countedWarning(w hotelcrm.Warning) string {
	if w.N > 1 && strings.HasPrefix(w.Text, "guests ") {
		return grouped(w.N) + " " + w.Text
	}
	return w.Text
}

// finished returns in the language of the page what comes as a finished English text, as warnings and errors do, since
// summary.json holds them in English: by the format of chineseWarnings that it fits.
func (a *analysis) finished(text string) string {
	if !a.Chinese() {
		return text
	}
	if day, err := hotelcrm.ParseDate(text); err == nil {
		return a.day(day)
	}
	for _, format := range slices.Sorted(maps.Keys(chineseWarnings)) {
		values, ok := fit(format, text)
		if !ok {
			continue
		}
		said := make([]any, len(values))
		for i, value := range values {
			said[i] = a.finished(value)
		}
		return a.Say(format, said...)
	}
	return a.Say(text)
}

// fit returns what stands in a text where its format has %s, and false if the text is not of that format.
func fit(format, text string) (values []string, ok bool) {
	parts := strings.Split(format, "%s")
	text, ok = strings.CutPrefix(text, parts[0])
	for _, part := range parts[1:] {
		value, rest, found := strings.Cut(text, part)
		if part == "" { // the end of the format
			value, rest, found = text, "", text != ""
		}
		values, text, ok = append(values, value), rest, ok && found
	}
	return values, ok && text == ""
}
