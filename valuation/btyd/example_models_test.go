package btyd_test

import (
	"errors"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// One silence, five readings: nobody leaves, after a repeat visit, after any visit, at any time, at a rising risk.
func ExampleModel_oneSilenceFiveReadings() {
	regular := btyd.History{X: 5, Tx: 10, T: 22} // back five times in ten months, then a year of silence
	oneTimer := btyd.History{T: 24}              // one stay, two years ago
	for _, m := range []btyd.Model{
		btyd.NBD{R: 0.5, Alpha: 5, Unit: valuation.Month},
		btyd.BGNBD{R: 0.5, Alpha: 5, A: 0.8, B: 2.5, Unit: valuation.Month},
		btyd.MBGNBD{R: 0.5, Alpha: 5, A: 0.8, B: 2.5, Unit: valuation.Month},
		btyd.ParetoNBD{R: 0.5, Alpha: 5, S: 0.6, Beta: 12, Unit: valuation.Month},
		btyd.GGompertz{R: 0.5, Alpha: 5, B: 0.02, S: 0.6, Beta: 1, Unit: valuation.Month},
	} {
		fmt.Printf("%-10s %d parameters: regular %.2f, one-timer %.2f\n", m.Name(), len(m.Params()), m.Alive(regular), m.Alive(oneTimer))
	}
	// Output:
	// NBD        2 parameters: regular 1.00, one-timer 1.00
	// BG/NBD     4 parameters: regular 0.24, one-timer 1.00
	// MBG/NBD    4 parameters: regular 0.27, one-timer 0.56
	// Pareto/NBD 4 parameters: regular 0.30, one-timer 0.40
	// GGom/NBD   5 parameters: regular 0.49, one-timer 0.68
}

// The office next door does not move away: a year of silence only slows the pace that is foretold.
func ExampleNBD_officeNextDoor() {
	regular := btyd.History{X: 5, Tx: 10, T: 22} // back five times in ten months, then a year of silence
	m := btyd.NBD{R: 0.5, Alpha: 5, Unit: valuation.Month}
	fmt.Printf("alive %.0f, %.2f stays in a year\n", m.Alive(regular), m.Expected(regular, 12))
	fmt.Printf("of new guests %.0f %% do not come back in a year\n", 100*m.Count(12, 0))
	// Output:
	// alive 1, 2.44 stays in a year
	// of new guests 54 % do not come back in a year
}

// To BG/NBD a guest who never came back is certainly alive: mind the one-timers before counting guests.
func ExampleBGNBD_oneTimersCountAsAlive() {
	regular := btyd.History{X: 5, Tx: 10, T: 22} // back five times in ten months, then a year of silence
	oneTimer := btyd.History{T: 24}              // one stay, two years ago
	m := btyd.BGNBD{R: 0.5, Alpha: 5, A: 0.8, B: 2.5, Unit: valuation.Month}
	fmt.Printf("one-timer alive %.2f, regular %.2f and in a year %.2f\n", m.Alive(oneTimer), m.Alive(regular), m.AliveAt(regular, 12))
	// Output: one-timer alive 1.00, regular 0.24 and in a year 0.20
}

// MBG/NBD lets guests leave after the first stay too, as most guests of a hotel do.
func ExampleMBGNBD_oneTimersMayBeGone() {
	oneTimer := btyd.History{T: 24} // one stay, two years ago
	m := btyd.MBGNBD{R: 0.5, Alpha: 5, A: 0.8, B: 2.5, Unit: valuation.Month}
	fmt.Printf("one-timer alive %.2f, %.2f stays in a year\n", m.Alive(oneTimer), m.Expected(oneTimer, 12))
	// Output: one-timer alive 0.56, 0.11 stays in a year
}

// A guest who came every month is missed sooner by a model that knows of regular visits.
func ExampleMBGCNBD_missedSooner() {
	monthly := btyd.History{X: 8, Tx: 8, T: 11}
	for _, k := range []int{1, 3} {
		m := btyd.MBGCNBD{K: k, R: 2, Alpha: 2 / float64(k), A: 0.8, B: 2.5, Unit: valuation.Month}
		fmt.Printf("%s: alive %.2f after three months of silence\n", m.Name(), m.Alive(monthly))
	}
	// Output:
	// MBG/CNBD-1: alive 0.49 after three months of silence
	// MBG/CNBD-3: alive 0.15 after three months of silence
}

// The risk to leave rises with the years: who is alive today may be gone in three.
func ExampleGGompertz_riskThatRises() {
	m := btyd.GGompertz{R: 0.5, Alpha: 5, B: 0.02, S: 0.6, Beta: 1, Unit: valuation.Month}
	seen := btyd.History{X: 5, Tx: 21, T: 22}
	fmt.Printf("alive %.2f, in three years %.2f\n", m.Alive(seen), m.AliveAt(seen, 36))
	// Output: alive 0.99, in three years 0.64
}

// A guest came back twice within a month and then not for a year. Do guests of the city house behave so, or of the resort?
func ExampleParetoNBD_LogLikelihood_cityOrResort() {
	city := btyd.ParetoNBD{R: 0.8, Alpha: 3, S: 0.5, Beta: 6, Unit: valuation.Month}
	resort := btyd.ParetoNBD{R: 1.5, Alpha: 15, S: 0.3, Beta: 30, Unit: valuation.Month}
	guest := btyd.History{X: 2, Tx: 1, T: 13}
	ratio := math.Exp(city.LogLikelihood(guest) - resort.LogLikelihood(guest))
	fmt.Printf("%.0f times as likely in the city\n", ratio)
	// Output: 3 times as likely in the city
}

// The data cannot be fitted: the code says to programs why, the text to people.
func ExampleFitError_newHouse() {
	cells, err := btyd.CellsOf(valuation.Week, []btyd.History{{T: 3}, {T: 5}, {T: 8}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = btyd.FitBGNBD(cells, 1)
	if fail, ok := errors.AsType[*btyd.FitError](err); ok {
		fmt.Println(fail.Code, "-", fail.Text)
	}
	// Output: no-repeats - no guest came back, so there is no rate to estimate
}

// Before a figure of a fit goes into the budget: is the maximum proved, and is anything to be minded?
func ExampleReport_beforeItGoesIntoTheBudget() {
	report := houseFit().Report
	fmt.Println(report.Model, report.Guests, "guests, gradient below 1e-6:", report.GradientNorm < 1e-6)
	fmt.Println("information positive definite:", report.Eigenvalues[0] > 0, "at a bound:", report.Warned(btyd.WarnBoundary))
	// Output:
	// Pareto/NBD 3000 guests, gradient below 1e-6: true
	// information positive definite: true at a bound: false
}

// The first half of the year makes the model, the second judges it.
func ExampleWatch_halfAndHalf() {
	watch := btyd.Watch{
		First: hotelcrm.DateOf(2025, 1, 1), Last: hotelcrm.DateOf(2025, 6, 30), End: hotelcrm.DateOf(2025, 12, 31),
	}
	fmt.Println(watch.Validate())
	watch.End = hotelcrm.DateOf(2025, 3, 31)
	fmt.Println(watch.Validate())
	// Output:
	// <nil>
	// hotelcrm: Watch.End: "2025-03-31" is not allowed; want from 2025-06-30, or unset
}
