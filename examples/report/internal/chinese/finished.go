package chinese

import (
	"maps"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// Finished returns in the language of the page what comes as a finished English text, as warnings and errors do, since
// summary.json holds them in English: by the format of warnings that it fits.
func Finished(p lang.Printer, text string) string {
	if !p.Chinese() {
		return text
	}
	if day, err := hotelcrm.ParseDate(text); err == nil {
		return prose.Day(p, day)
	}
	for _, format := range slices.Sorted(maps.Keys(warnings)) {
		values, ok := fit(format, text)
		if !ok {
			continue
		}
		said := make([]any, len(values))
		for i, value := range values {
			said[i] = Finished(p, value)
		}
		return p.Say(format, said...)
	}
	return p.Say(text)
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
