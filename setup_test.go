package hotelcrm_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
)

func TestSetupsThatCannotWorkAreRefused(t *testing.T) {
	tests := []struct {
		name  string
		setup hotelcrm.Setup
		param string
	}{
		{"no currency", hotelcrm.Setup{}, "currency"},
		{"currency in small letters", hotelcrm.Setup{Currency: "eur"}, "currency"},
		{"scale", hotelcrm.Setup{Currency: "EUR", Scale: 7}, "Setup.Scale"},
		{"form", hotelcrm.Setup{Currency: "EUR", Form: 9}, "Setup.Form"},
		{"tallies cannot merge rooms", hotelcrm.Setup{Currency: "EUR", Form: hotelcrm.Tallies}, "Policy.Visit"},
		{"join needs visits by arrival", hotelcrm.Setup{Currency: "EUR", Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay, Join: true}}, "Policy.Join"},
		{"tolerated rules", hotelcrm.Setup{Currency: "EUR", Policy: hotelcrm.Policy{Tolerate: hotelcrm.Reasons(hotelcrm.WasNoShow)}}, "Policy.Tolerate"},
		{"window of all visits", hotelcrm.Setup{Currency: "EUR", Window: hotelcrm.Window{From: january}}, "Setup.Window"},
		{"absurd date", hotelcrm.Setup{Currency: "EUR", AsOf: hotelcrm.MaxDate}, "Setup.AsOf"},
		{"errors", hotelcrm.Setup{Currency: "EUR", MaxErrors: -1}, "Setup.MaxErrors"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := hotelcrm.NewRegister(tt.setup)
			refusetest.Param(t, err, tt.param)
		})
	}
}
