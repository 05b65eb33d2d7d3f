package valuation_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// theInnVisits are the arrivals of four guests of a small inn in 2025.
func theInnVisits() (offsets []int, arrivals []hotelcrm.Date) {
	return []int{0, 3, 4, 6, 7}, []hotelcrm.Date{
		hotelcrm.DateOf(2025, 1, 4), hotelcrm.DateOf(2025, 2, 8), hotelcrm.DateOf(2025, 3, 1),
		hotelcrm.DateOf(2025, 1, 17),
		hotelcrm.DateOf(2025, 1, 30), hotelcrm.DateOf(2025, 3, 21),
		hotelcrm.DateOf(2025, 2, 14),
	}
}

func ExampleCohortsOf_whoCameBackInWhichMonth() {
	offsets, arrivals := theInnVisits()
	cohorts, err := valuation.CohortsOf(offsets, arrivals, valuation.Month, hotelcrm.DateOf(2025, 3, 31))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, cohort := range cohorts.Table() {
		fmt.Print(cohort.Start)
		for _, cell := range cohort.Cells {
			if cell.Observed {
				fmt.Print(" ", cell.Guests)
			} else {
				fmt.Print(" -")
			}
		}
		fmt.Println()
	}
	fmt.Println(cohorts.Later(), "visits after March")
	// Output:
	// 2025-01-01 3 1 2
	// 2025-02-01 1 0 -
	// 2025-03-01 0 - -
	// 0 visits after March
}

func ExampleCohortsOfActivity_seasonsOfALodge() {
	visits := []valuation.Activity{{Guest: 1, Period: 2023}, {Guest: 1, Period: 2025}, {Guest: 2, Period: 2024}, {Guest: 2, Period: 2025}}
	cohorts, err := valuation.CohortsOfActivity(visits, 2025)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, season := range cohorts.Turnover() {
		fmt.Println(season.Period, "guests:", season.Guests, "of whom", season.Retained, "kept,", season.New, "new,", season.Reactivated, "won back")
	}
	kept, err := cohorts.Turnover()[2].Retention(0.95)
	fmt.Println(kept.Rate, err)
	// Output:
	// 2023 guests: 1 of whom 0 kept, 1 new, 0 won back
	// 2024 guests: 1 of whom 0 kept, 1 new, 0 won back
	// 2025 guests: 2 of whom 1 kept, 0 new, 1 won back
	// 1 <nil>
}

func ExampleTurnover_Retention_fromFebruaryToMarch() {
	march := valuation.Turnover{Before: 5, Guests: 4, Retained: 3, Reactivated: 1}
	kept, err := march.Retention(0.95)
	fmt.Printf("%v of them, %.2f to %.2f, %v\n", kept.Rate, kept.Low, kept.High, err)
	// Output: 0.6 of them, 0.23 to 0.88, <nil>
}

func ExampleRepeatRate_secondVisits() {
	offsets, _ := theInnVisits()
	repeat, err := valuation.RepeatRate(offsets, 0.95)
	fmt.Printf("%d of %d, %v, at 95 %% between %.2f and %.2f, %v\n", repeat.Count, repeat.Of, repeat.Rate, repeat.Low, repeat.High, err)
	// Output: 2 of 4, 0.5, at 95 % between 0.15 and 0.85, <nil>
}

func ExampleRetentionRate_corporateAccounts() {
	kept, err := valuation.RetentionRate(200, 30, 210, 0.95)
	lost := kept.Complement()
	fmt.Printf("%v kept, %v lost (%.3f to %.3f), %v\n", kept.Rate, lost.Rate, lost.Low, lost.High, err)
	// Output: 0.9 kept, 0.1 lost (0.066 to 0.149), <nil>
}

func ExampleNewProportion_answersToASurvey() {
	pleased, err := valuation.NewProportion(18, 20, 0.9)
	fmt.Printf("%v, %.3f to %.3f, %v\n", pleased.Rate, pleased.Low, pleased.High, err)
	// Output: 0.9, 0.738 to 0.966, <nil>
}

func ExampleProportion_Complement_noShows() {
	came, _ := valuation.NewProportion(95, 100, 0.95)
	fmt.Println(came.Complement().Count, came.Complement().Rate)
	// Output: 5 0.05
}

func ExampleChurnPer_monthlyLossOfMembers() {
	round := hotelcrm.RoundTo{Places: 4, Mode: hotelcrm.RoundHalfEven}
	yearly, err := valuation.ChurnPer(dec("0.03"), valuation.Month, valuation.Year, round)
	fmt.Println(yearly, err)
	// Output: 0.3062 <nil>
}

func ExampleRepeatRateByDate_twoRoomsOneNight() {
	friday, easter := hotelcrm.DateOf(2025, 3, 7), hotelcrm.DateOf(2025, 4, 18)
	offsets := []int{0, 2, 4, 5} // a family in two rooms, a guest who came back, one who came once
	arrivals := []hotelcrm.Date{friday, friday, friday, easter, easter}
	byVisit, err := valuation.RepeatRate(offsets, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	byDate, err := valuation.RepeatRateByDate(offsets, arrivals, 0.95)
	fmt.Println(byVisit.Count, "with two visits,", byDate.Count, "came back on a later date,", err)
	// Output: 2 with two visits, 1 came back on a later date, <nil>
}

func ExampleMeanLife_monthsOfAMembership() {
	months, err := valuation.MeanLife(dec("0.03"), hotelcrm.RoundTo{Places: 1, Mode: hotelcrm.RoundHalfEven})
	fmt.Println(months, err)
	// Output: 33.3 <nil>
}

func ExampleReturnSpells_daysToTheSecondVisit() {
	offsets, arrivals := theInnVisits()
	spells, err := valuation.ReturnSpells(offsets, arrivals, hotelcrm.DateOf(2025, 3, 31))
	fmt.Println(spells, err)
	// Output: [{35 true} {73 false} {50 true} {45 false}] <nil>
}

func ExampleKaplanMeier_howLongUntilGuestsReturn() {
	offsets, arrivals := theInnVisits()
	spells, err := valuation.ReturnSpells(offsets, arrivals, hotelcrm.DateOf(2025, 3, 31))
	if err != nil {
		fmt.Println(err)
		return
	}
	curve, err := valuation.KaplanMeier(spells)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(curve.Ended(), "of", curve.Spells(), "have returned;", curve.At(40), "are still away after 40 days")
	for _, step := range curve.Steps() {
		in, _ := curve.Interval(step.Time, 0.95, valuation.LogLog)
		fmt.Printf("day %d: %d at risk, %.3f ± %.3f, %.2f to %.2f\n", step.Time, step.AtRisk, step.Rate, step.StdErr, in.Low, in.High)
	}
	fmt.Println(curve.Median())
	// Output:
	// 2 of 4 have returned; 0.75 are still away after 40 days
	// day 35: 4 at risk, 0.750 ± 0.217, 0.13 to 0.96
	// day 50: 2 at risk, 0.375 ± 0.286, 0.01 to 0.81
	// 50 true
}

func ExampleLogRank_portalAgainstDirect() {
	portal := []valuation.Spell{{Length: 300, Ended: true}, {Length: 365}, {Length: 365}, {Length: 280, Ended: true}, {Length: 365}}
	direct := []valuation.Spell{{Length: 40, Ended: true}, {Length: 90, Ended: true}, {Length: 365}, {Length: 60, Ended: true}, {Length: 150, Ended: true}}
	test, err := valuation.LogRank(portal, direct)
	fmt.Printf("χ² %.3f at %d degree, p %.3f, %v\n", test.ChiSquare, test.Degrees, test.P, err)
	// Output: χ² 3.333 at 1 degree, p 0.068, <nil>
}

func ExampleParseTransform_settingsFile() {
	fmt.Println(valuation.ParseTransform("log-log"))
	// Output: log-log <nil>
}

func ExampleParseIntervalMethod_settingsFile() {
	fmt.Println(valuation.ParseIntervalMethod("wilson"))
	// Output: wilson <nil>
}

func ExampleTransform_text() {
	fmt.Println(valuation.Log, valuation.LogLog, valuation.Transform(0))
	// Output: log log-log unset
}
