package page

import (
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
)

// WarningText returns a warning as a sentence of the page.
func WarningText(p lang.Printer, of hotelcrm.Warning) string {
	if p.Chinese() && of.N == 1 && strings.HasPrefix(of.Text, "guests ") {
		of.Text = "1 " + of.Text
	}
	return lang.Capital(chinese.Finished(p, reckon.CountedWarning(of)))
}
