package satisfaction_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"gonum.org/v1/gonum/mat"
)

// What concerns one item, driver, cell or step says so in the singular.
func TestOneIsNotMany(t *testing.T) {
	alpha, err := satisfaction.CronbachAlpha(mat.NewSymDense(3, []float64{1, .8, -.3, .8, 1, -.3, -.3, -.3, 1}), 30, .95)
	must(t, err)
	drivers, err := satisfaction.FitDrivers(mat.NewSymDense(3, []float64{1, .6, .3, .6, 1, .8, .3, .8, 1}), make([]float64, 3), 100, []string{"overall", "rooms", "beds"})
	must(t, err)
	raked, err := satisfaction.Rake([]int64{40, 30, 30, 0}, margins([]float64{60, 40}, []float64{65, 35}), satisfaction.RakeRule{})
	must(t, err)
	for want, got := range map[string][]hotelcrm.Warning{
		"1 item goes against the sum of the others; check whether its scale should be reversed":       alpha.Warnings,
		"1 driver has a slope against its correlation with overall; read its relative weight instead": drivers.Warnings,
		"1 of 4 cells has no rows; others of its groups stand for its guests":                         raked.Warnings,
	} {
		if len(got) != 1 || got[0].Text != want {
			t.Errorf("got %v, want %q", got, want)
		}
	}
	missed := satisfaction.RakeError{Margin: "country", Gap: 0.25, Steps: 1, Rule: satisfaction.RakeRule{Tolerance: 0.001}, Empty: []int{3}}
	if want := "satisfaction: raking: after 1 step group 0 of margin country is missed by 0.25 of all rows, more than 0.001; 1 cell has no rows"; missed.Error() != want {
		t.Errorf("got %q, want %q", missed.Error(), want)
	}
}
