package record

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/survey"
)

// satisfaction appends the score of guest i and the share of the questions answered to a row of guests.csv.
func (w *guestsWriter) satisfaction(b []byte, i int) []byte {
	t := w.Survey
	b = append(b, ',')
	var g *survey.Guest
	if t != nil {
		g = t.ByGuest[i]
	}
	if g == nil {
		return append(b, ',')
	}
	if g.Scored > 0 {
		b = strconv.AppendFloat(b, g.Score/float64(g.Scored), 'f', numeral.ScoreDigits, 64)
	}
	return strconv.AppendFloat(append(b, ','), g.Answered/float64(g.Rows), 'f', numeral.ScoreDigits, 64)
}
