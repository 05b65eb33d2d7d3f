package chinese

import (
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// Finished returns in the language of the page what comes as a finished English text, as warnings and errors do, since
// summary.json holds them in English: by the format of warnings that it fits.
func Finished(p lang.Printer, text string) string {
	return p.Told(text, slices.Sorted(maps.Keys(warnings)), func(text string) string {
		if day, err := hotelcrm.ParseDate(text); err == nil {
			return prose.Day(p, day)
		}
		return p.Say(text)
	})
}
