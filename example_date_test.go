package hotelcrm_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/hotelcrm/hotelcrm"
)

func ExampleDate_oneStay() {
	arrival := hotelcrm.DateOf(2024, time.February, 28)
	departure := hotelcrm.DateOf(2024, time.March, 1)
	fmt.Println(int(departure-arrival), "nights, in order:", arrival < departure)
	// Output: 2 nights, in order: true
}

func ExampleDate_ratesByDay() {
	rates := map[hotelcrm.Date]int{
		hotelcrm.DateOf(2024, time.December, 31): 240,
		hotelcrm.DateOf(2025, time.January, 1):   180,
	}
	text, err := json.Marshal(rates)
	fmt.Println(string(text), err)
	// Output: {"2024-12-31":240,"2025-01-01":180} <nil>
}

func ExampleNewDate_leapDayBirthday() {
	birthday, err := hotelcrm.NewDate(1996, time.February, 29)
	fmt.Println(birthday, err)
	_, err = hotelcrm.NewDate(2018, time.February, 29)
	fmt.Println(err != nil)
	// Output:
	// 1996-02-29 <nil>
	// true
}

func ExampleDateOf_openingDay() {
	opening := hotelcrm.DateOf(2023, time.April, 31) // rolls over
	fmt.Println(opening, opening.Weekday())
	// Output: 2023-05-01 Monday
}

func ExampleDateFromTime_barBillAfterMidnight() {
	shanghai := time.FixedZone("CST", 8*60*60)
	posted := time.Date(2024, time.February, 29, 17, 30, 0, 0, time.UTC) // 01:30 on 1 March in Shanghai
	const roll = 3 * time.Hour                                           // the night audit is at three
	fmt.Println(hotelcrm.DateFromTime(posted.In(shanghai)))
	fmt.Println(hotelcrm.DateFromTime(posted.In(shanghai).Add(-roll)))
	// Output:
	// 2024-03-01
	// 2024-02-29
}

func ExampleParseDate_arrivalColumn() {
	for _, text := range []string{"2024-02-29", "2024-2-29", "2023-02-29"} {
		arrival, err := hotelcrm.ParseDate(text)
		fmt.Printf("%q %v\n", arrival, err == nil)
	}
	// Output:
	// "2024-02-29" true
	// "" false
	// "" false
}

func ExampleParseDateAs_legacyExport() {
	european, _ := hotelcrm.ParseDateAs("02/01/2006", "03/04/2024")
	american, _ := hotelcrm.ParseDateAs("1/2/2006", "3/4/2024")
	named, _ := hotelcrm.ParseDateAs("02-Jan-06", "03-Apr-24")
	fmt.Println(european, american, named)
	// Output: 2024-04-03 2024-03-04 2024-04-03
}

func ExampleDate_AddDays_lateCheckOut() {
	arrival := hotelcrm.DateOf(2024, time.February, 27)
	fmt.Println(arrival.AddDays(3))
	// Output: 2024-03-01
}

func ExampleDate_AddMonths_monthlyBillOfALongStay() {
	movedIn := hotelcrm.DateOf(2023, time.January, 31)
	for n := 1; n <= 3; n++ {
		fmt.Println(movedIn.AddMonths(n)) // always from the first day
	}
	// Output:
	// 2023-02-28
	// 2023-03-31
	// 2023-04-30
}

func ExampleDate_AddYears_weddingOnALeapDay() {
	wedding := hotelcrm.DateOf(2024, time.February, 29)
	fmt.Println(wedding.AddYears(1), wedding.AddYears(4))
	// Output: 2025-02-28 2028-02-29
}

func ExampleDate_DaysSince_lastVisit() {
	lastNight, asOf := hotelcrm.DateOf(2023, time.December, 30), hotelcrm.DateOf(2024, time.March, 1)
	fmt.Println(asOf.DaysSince(lastNight))
	// Output: 62
}

func ExampleDate_MonthEnd_monthlyReport() {
	today := hotelcrm.DateOf(2024, time.February, 9)
	fmt.Println(today.MonthEnd())
	// Output: 2024-02-29
}

func ExampleDate_ISOWeek_weekendOverNewYear() {
	year, week := hotelcrm.DateOf(2021, time.January, 1).ISOWeek()
	fmt.Println(year, week)
	// Output: 2020 53
}

func ExampleDate_Weekday_weekendRate() {
	arrival := hotelcrm.DateOf(2024, time.May, 31)
	fmt.Println(arrival.Weekday() == time.Friday)
	// Output: true
}

func ExampleDate_Civil_birthdayThisYear() {
	_, month, day := hotelcrm.DateOf(1996, time.May, 17).Civil()
	fmt.Println(hotelcrm.DateOf(2024, month, day))
	// Output: 2024-05-17
}

func ExampleDate_Format_confirmationLetter() {
	fmt.Println(hotelcrm.DateOf(2024, time.May, 31).Format("Monday, 2 January 2006"))
	// Output: Friday, 31 May 2024
}

func ExampleDate_IsZero_openStay() {
	var departure hotelcrm.Date
	fmt.Printf("%t %q\n", departure.IsZero(), departure)
	// Output: true ""
}

func ExampleCycle_membershipYear() {
	year := hotelcrm.Cycle(hotelcrm.DateOf(2024, 2, 29), hotelcrm.DateOf(2026, 6, 1), 12)
	fmt.Println(year.From, "through", year.Last())
	// Output: 2026-02-28 through 2027-02-27
}

func ExampleRolling_halfYear() {
	window := hotelcrm.Rolling(hotelcrm.DateOf(2026, 8, 31), 6)
	fmt.Println(window.From, "through", window.Last())
	// Output: 2026-03-01 through 2026-08-31
}
