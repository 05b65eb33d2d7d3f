package words

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Fact is a figure or a parameter with its name.
type Fact struct{ Name, Value string }

// Key is one of the figures at the top.
type Key struct {
	Value, Label, Note string
	Lately             string // the last year, and the change against the year before; empty if that is not known
}

// Source names what the report is of.
func Source(p lang.Printer, in *intake.Data) string {
	if in.Order.Simulated() {
		return p.Say("Simulated hotel")
	}
	return in.Source
}

// Points writes a score of the potential.
func Points(s valuation.Score) string {
	return strings.TrimSuffix(s.Points().RoundBank(2).String(), ".0")
}
