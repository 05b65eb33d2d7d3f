package chart

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon/reckontest"
)

// Every square with a guest is drawn once.
func TestSquaresAreDrawn(t *testing.T) {
	a := reckontest.Hotel(t)
	d := a.Worth.Density
	drawn := strings.Count(string(Matrix(lang.Printer{}, a.Worth, a.Currency)), "z")
	filled := 0
	for _, n := range d.Counts {
		if n > 0 {
			filled++
		}
	}
	if drawn != filled {
		t.Errorf("%d squares drawn, want %d", drawn, filled)
	}
}
