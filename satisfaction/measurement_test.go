package satisfaction_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"gonum.org/v1/gonum/mat"
)

// The figures that every textbook has: SD 15 and a reliability of 0.96 make an error of 3, of 0.84 one of 6.
func TestMeasurementInterval(t *testing.T) {
	const z = 1.959963984540054
	for _, test := range []struct{ alpha, answered, se float64 }{
		{0.96, 1, 3}, {0.84, 1, 6}, {0.96, 0.25, 6}, {1, 1, 0}, {0, 1, 15}, {0.75, 25, 1.5},
	} {
		got, err := satisfaction.MeasurementInterval(100, 15, test.alpha, test.answered, 0.95)
		if err != nil || math.Abs(got.High-100-z*test.se) > 1e-12*15 || math.Abs(got.Low-100+z*test.se) > 1e-12*15 || got.Method != satisfaction.Measurement {
			t.Errorf("%+v: %+v, %v", test, got, err)
		}
	}
}

// A sum of k parallel items, each a true value and an error of its own: alpha gives back the variance of the errors.
func TestMeasurementIntervalOfParallelItems(t *testing.T) {
	const k, truth, noise = 4, 0.75, 0.5 // variances
	covariance := mat.NewSymDense(k, nil)
	for i := range k {
		for j := range i {
			covariance.SetSym(i, j, truth)
		}
		covariance.SetSym(i, i, truth+noise)
	}
	alpha, err := satisfaction.CronbachAlpha(covariance, 200, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	one := math.Erf(1 / math.Sqrt2) // the level of one standard error
	for answered := 1; answered <= k; answered++ {
		got, err := satisfaction.MeasurementInterval(0, math.Sqrt(truth+noise/k), alpha.Value, float64(answered)/k, one)
		if want := math.Sqrt(noise / float64(answered)); err != nil || math.Abs(got.High-want) > 1e-9 {
			t.Errorf("%d answers: %g, want %g, %v", answered, got.High, want, err)
		}
	}
}

func TestMeasurementIntervalRefuses(t *testing.T) {
	for _, v := range [][5]float64{
		{math.NaN(), 1, 0.5, 1, 0.95}, {3, -1, 0.5, 1, 0.95}, {3, 1, -0.1, 1, 0.95}, {3, 1, 1.1, 1, 0.95}, {3, 1, 0.5, 0, 0.95}, {3, 1, 0.5, math.Inf(1), 0.95}, {3, 1, 0.5, 1, 1},
	} {
		if _, err := satisfaction.MeasurementInterval(v[0], v[1], v[2], v[3], v[4]); err == nil {
			t.Errorf("%v was taken", v)
		}
	}
}

func ExampleMeasurementInterval_unhappyOrNot() {
	// 2.6 of 5 from two thirds of the questions, in a house with a standard deviation of 0.8.
	i, err := satisfaction.MeasurementInterval(2.6, 0.8, 0.9, 2.0/3, 0.95)
	fmt.Printf("%.2f to %.2f %v\n", i.Low, i.High, err)
	// Output: 1.99 to 3.21 <nil>
}
