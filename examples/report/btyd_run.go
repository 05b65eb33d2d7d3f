package main

import (
	"errors"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// modelVisits fits the models of visits, or says why that cannot be.
func (a *analysis) modelVisits() error {
	if a.in.Visits == nil {
		return nil
	}
	m, err := newModels(a.opt, a.in.Visits, a.summaries.AsOf(), a.summaries.Workers())
	if reason, ok := errors.AsType[errNoModel](err); ok {
		a.noModel = reason.Error()
		return nil
	}
	a.models = m
	return err
}

// warnModels says what the models lack. Why visits are not known is said elsewhere.
func (a *analysis) warnModels() {
	text := ""
	switch {
	case a.noModel != "":
		text = "who is still a guest is not known: " + a.noModel
	case a.models != nil && a.models.outlook.none != "":
		text = "what the guests are worth from now on is not known: " + a.models.outlook.none
	default:
		return
	}
	a.warnings = append(a.warnings, hotelcrm.Warning{Code: warnNoModel, Text: text, N: a.totals.guests})
}

// predictions appends what the chosen model expects of guest i; what is not known stays empty.
func (w *guestsWriter) predictions(b []byte, i int) []byte {
	if w.models == nil {
		return append(b, ",,,,,"...)
	}
	o := w.models.outlook
	b = append(strconv.AppendFloat(b, o.alive.Guests[i].Value, 'f', numeral.RateDigits, 64), ',')
	b = append(strconv.AppendFloat(b, o.stays.Guests[i].Value, 'f', numeral.RateDigits, 64), ',')
	if o.worth == nil {
		return append(b, ",,,"...)
	}
	b = append(w.estimate(b, o.worth.Spend[i]), ',')
	worth := o.worth.Guests[i]
	b = append(w.estimate(b, worth.Value), ',')
	b = append(w.estimate(b, worth.Low), ',')
	return w.estimate(b, worth.High)
}

func (w *guestsWriter) estimate(b []byte, x float64) []byte {
	d, ok := estimate(x, w.places)
	if !ok {
		return b
	}
	return append(b, prose.Money(d, w.places)...)
}

// rankBy says what has chosen the model.
func (m *models) rankBy() string {
	if m.held == nil {
		return "none: too little data to hold any out, so the model is the first that fits of a fixed order"
	}
	return m.held.RankBy
}
