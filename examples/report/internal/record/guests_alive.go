package record

import (
	"strconv"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/alive"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// predictions appends what the chosen model expects of guest i; what is not known stays empty.
func (w *guestsWriter) predictions(b []byte, i int) []byte {
	if w.Alive == nil {
		return append(b, ",,,,,"...)
	}
	o := w.Alive.Outlook
	b = append(strconv.AppendFloat(b, o.Alive.Guests[i].Value, 'f', numeral.RateDigits, 64), ',')
	b = append(strconv.AppendFloat(b, o.Stays.Guests[i].Value, 'f', numeral.RateDigits, 64), ',')
	if o.Worth == nil {
		return append(b, ",,,"...)
	}
	b = append(w.estimate(b, o.Worth.Spend[i]), ',')
	worth := o.Worth.Guests[i]
	b = append(w.estimate(b, worth.Value), ',')
	b = append(w.estimate(b, worth.Low), ',')
	return w.estimate(b, worth.High)
}

// counts appends how often guest i may come in the next year.
func (w *guestsWriter) counts(b []byte, i int) []byte {
	if w.Alive == nil {
		return append(b, ",,"...)
	}
	c := w.Alive.Outlook.Counts[i]
	b = append(strconv.AppendFloat(b, c.None, 'f', numeral.RateDigits, 64), ',')
	b = append(strconv.AppendInt(b, int64(c.Low), 10), ',')
	return strconv.AppendInt(b, int64(c.High), 10)
}

func (w *guestsWriter) estimate(b []byte, x float64) []byte {
	d, ok := alive.Estimate(x, w.Places)
	if !ok {
		return b
	}
	return append(b, prose.Money(d, w.Places)...)
}
