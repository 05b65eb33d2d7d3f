package hotelcrm_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

func ExampleStatus_guestAtTheDesk() {
	text, err := json.Marshal(map[string]hotelcrm.Status{"room 104": hotelcrm.InHouse})
	fmt.Println(string(text), err)
	// Output: {"room 104":"in-house"} <nil>
}

func ExampleParseStatus_importedColumn() {
	status, err := hotelcrm.ParseStatus("departed")
	fmt.Println(status == hotelcrm.Departed, err)
	_, err = hotelcrm.ParseStatus("checked out")
	fmt.Println(err)
	// Output:
	// true <nil>
	// hotelcrm: status: "checked out" is not allowed; want one of tentative, booked, in-house, departed, cancelled, no-show
}

func ExampleRole_friendsSharingATwin() {
	fmt.Println(hotelcrm.Primary, hotelcrm.Sharer)
	// Output: primary sharer
}

func ExampleParseRole_postingMaster() {
	role, err := hotelcrm.ParseRole("account")
	fmt.Println(role == hotelcrm.Account, err)
	// Output: true <nil>
}

func ExampleUse_freeNight() {
	var use hotelcrm.Use
	fmt.Println(use, hotelcrm.Complimentary, hotelcrm.Points)
	// Output: unset complimentary points
}

func ExampleParseUse_managerOnDuty() {
	use, err := hotelcrm.ParseUse("house-use")
	fmt.Println(use == hotelcrm.HouseUse, err)
	// Output: true <nil>
}

func ExampleDepartment_minibar() {
	fmt.Println(hotelcrm.FoodBeverage)
	// Output: food-beverage
}

func ExampleParseDepartment_revenueColumn() {
	department, err := hotelcrm.ParseDepartment("other-operated")
	fmt.Println(department == hotelcrm.OtherOperated, err)
	// Output: true <nil>
}

func ExampleDepartments_roomsOnly() {
	counted := hotelcrm.Departments(hotelcrm.Rooms)
	fmt.Println(counted.Has(hotelcrm.Rooms), counted.Has(hotelcrm.FoodBeverage))
	// Output: true false
}

func ExampleDepartmentSet_default() {
	fmt.Println(hotelcrm.AllButFees)
	// Output: rooms,food-beverage,other-operated,miscellaneous
}

func ExampleReason_cancelledBooking() {
	fmt.Println(hotelcrm.WasCancelled, hotelcrm.WasCancelled.WrongData())
	fmt.Println(hotelcrm.ReversedDates.String(), hotelcrm.ReversedDates.WrongData())
	// Output:
	// left out: cancelled false
	// reversed-dates true
}

func ExampleParseReason_reportFilter() {
	reason, err := hotelcrm.ParseReason("no-show")
	fmt.Println(reason == hotelcrm.WasNoShow, err)
	// Output: true <nil>
}

func ExampleReasons_tolerantImport() {
	policy := hotelcrm.Policy{Tolerate: hotelcrm.Reasons(hotelcrm.ReversedDates, hotelcrm.AbsurdDate)}
	fmt.Println(policy.Tolerate, policy.Validate())
	// Output: reversed-dates,absurd-date <nil>
}

func ExampleReasonSet_anyWrongData() {
	fmt.Println(hotelcrm.AnyWrongData.Has(hotelcrm.FutureStay), hotelcrm.AnyWrongData.Has(hotelcrm.WasNoShow))
	// Output: true false
}

func ExampleVisitRule_hourlyRooms() {
	policy := hotelcrm.Policy{Visit: hotelcrm.ByStay} // two hourly rooms on one day are two visits
	text, err := json.Marshal(policy)
	fmt.Println(string(text), err)
	// Output: {"visit":"by-stay"} <nil>
}

func ExampleParseVisitRule_setting() {
	rule, err := hotelcrm.ParseVisitRule("by-arrival")
	fmt.Println(rule == hotelcrm.ByArrival, err)
	// Output: true <nil>
}

func ExampleParamError_misspeltDepartment() {
	_, err := hotelcrm.ParseDepartment("restaurant")
	var wrong *hotelcrm.ParamError
	if errors.As(err, &wrong) {
		fmt.Printf("%s: got %s, want %s\n", wrong.Param, wrong.Value, wrong.Allowed)
	}
	// Output: department: got restaurant, want one of rooms, food-beverage, other-operated, miscellaneous, fees
}

func ExampleRowError_departureBeforeArrival() {
	var err error = &hotelcrm.RowError{Row: 17, Field: "departure", Value: "2024-02-28", Err: hotelcrm.ReversedDates}
	fmt.Println(err)
	fmt.Println(errors.Is(err, hotelcrm.ReversedDates))
	// Output:
	// hotelcrm: row 17: departure "2024-02-28": departure is before arrival
	// true
}

func ExampleWarning_travelAgencyAsGuest() {
	text, err := json.Marshal(hotelcrm.Warning{
		Code: hotelcrm.WarnCrowd,
		Text: "2 guests have more visits than days between their first and last",
		N:    2,
	})
	fmt.Println(string(text), err)
	// Output: {"code":"more-visits-than-days","text":"2 guests have more visits than days between their first and last","n":2} <nil>
}
