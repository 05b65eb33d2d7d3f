package sim_test

import (
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// The shares in these tests are the tables of the package comment.
func TestSharesOfStays(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	statuses := make(map[hotelcrm.Status]float64)
	for i := range hotel.Stays {
		statuses[hotel.Stays[i].Status]++
	}
	all := float64(len(hotel.Stays))
	for _, test := range []struct {
		status    hotelcrm.Status
		low, high float64 // per cent
	}{
		{hotelcrm.Departed, 77, 80},
		{hotelcrm.Cancelled, 17, 20},
		{hotelcrm.NoShow, 1.5, 2.5},
		{hotelcrm.InHouse, 0.1, 0.3},
		{hotelcrm.Booked, 0.5, 1.2},
		{hotelcrm.Tentative, 0.05, 0.25},
	} {
		within(t, test.status.String(), 100*statuses[test.status]/all, test.low, test.high)
	}
	for _, test := range []struct {
		trap      sim.Trap
		low, high float64 // per cent
	}{
		{sim.DayUse, 1.2, 1.8},
		{sim.TwoRooms, 1.2, 1.8},
		{sim.Adjoining, 2.1, 2.9},
		{sim.Sharer, 0.9, 1.5},
		{sim.Accompanying, 1.7, 2.5},
		{sim.Complimentary, 0.3, 0.7},
		{sim.PointsNight, 0.8, 1.3},
		{sim.Rebate, 0.8, 1.3},
		{sim.Refund, 0.35, 0.7},
		{sim.Repeat, 0.25, 0.5},
		{sim.CancellationFee, 1.9, 2.6},
		{sim.NoShowFee, 0.7, 1.2},
		{sim.Anonymised, 0.7, 1.6},
		{sim.HouseUse, 0.3, 0.5},
	} {
		within(t, test.trap.String(), 100*float64(len(hotel.Labels[test.trap]))/all, test.low, test.high)
	}
}

func TestSharesOfGuests(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	var guests, once, inactive, seconds, erased, most float64
	visits := 0.0
	classes := make(map[sim.Class]float64)
	for _, p := range hotel.Profiles {
		switch p.Kind {
		case sim.Second:
			seconds++
		case sim.Person:
			guests++
			visits += float64(p.Visits)
			most = max(most, float64(p.Visits))
			classes[p.Class]++
			once += count(p.Visits == 1)
			inactive += count(!p.Inactive.IsZero())
			erased += count(p.Erased)
		}
	}
	within(t, "guests", guests, 20_000, 20_000)
	within(t, "direct", 100*classes[sim.Direct]/guests, 29.5, 32.5)
	within(t, "OTA", 100*classes[sim.OTA]/guests, 38.5, 41.5)
	within(t, "corporate", 100*classes[sim.Corporate]/guests, 12, 14)
	within(t, "group", 100*classes[sim.Group]/guests, 9, 11)
	within(t, "walk-in", 100*classes[sim.WalkIn]/guests, 5.3, 6.7)
	within(t, "one visit", 100*once/guests, 47, 53)
	within(t, "inactive", 100*inactive/guests, 54, 61)
	within(t, "second profile", 100*seconds/guests, 1.3, 2)
	within(t, "erased", 100*erased/guests, 0.8, 1.2)
	within(t, "visits a guest", visits/guests, 2.5, 3)
	within(t, "most visits", most, 60, 160)
}

func count(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func TestMoney(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	guests := make(map[string]int64)
	rooms, nights := make(map[string]float64), make(map[string]float64)
	departments := make(map[hotelcrm.Department]float64)
	for i := range hotel.Stays {
		s := &hotel.Stays[i]
		if s.Status != hotelcrm.Departed || s.Role != hotelcrm.Primary || s.Use != hotelcrm.Paid ||
			s.Version > 1 || s.Guest == "" {
			continue
		}
		guests[s.Guest] += cents(s, hotelcrm.AllButFees)
		for d := hotelcrm.Rooms; d <= hotelcrm.Miscellaneous; d++ {
			departments[d] += float64(cents(s, hotelcrm.Departments(d)))
		}
		for _, place := range []string{s.Property, "all"} {
			rooms[place] += float64(cents(s, hotelcrm.Departments(hotelcrm.Rooms)))
			nights[place] += float64(s.Nights())
		}
	}
	for _, test := range []struct {
		place     string
		low, high float64 // EUR a room night
	}{{"all", 135, 160}, {"CITY", 125, 142}, {"RESORT", 165, 190}, {"AIRPORT", 90, 105}} {
		within(t, test.place, rooms[test.place]/nights[test.place]/100, test.low, test.high)
	}
	total := departments[hotelcrm.Rooms] + departments[hotelcrm.FoodBeverage] + departments[hotelcrm.OtherOperated] +
		departments[hotelcrm.Miscellaneous]
	within(t, "rooms", 100*departments[hotelcrm.Rooms]/total, 70, 82)
	within(t, "food and beverage", 100*departments[hotelcrm.FoodBeverage]/total, 12, 20)
	within(t, "other", 100*departments[hotelcrm.OtherOperated]/total, 4, 10)
	within(t, "miscellaneous", 100*departments[hotelcrm.Miscellaneous]/total, -1, 1.5)
	within(t, "revenue of the best fifth", 100*shareOfBestFifth(guests), 60, 72)
}

func cents(s *hotelcrm.Stay, set hotelcrm.DepartmentSet) int64 {
	minor, _ := hotelcrm.ToMinor(s.Revenue.Of(set), 2)
	return minor
}

func shareOfBestFifth(guests map[string]int64) float64 {
	var amounts []int64
	var total, best int64
	for _, amount := range guests {
		amounts = append(amounts, amount)
		total += amount
	}
	slices.Sort(amounts)
	for _, amount := range amounts[len(amounts)*4/5:] {
		best += amount
	}
	return float64(best) / float64(total)
}

func TestSeasons(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	var resortSummer, resort, workdays, city, airportSummer, airport float64
	for i := range hotel.Stays {
		s := &hotel.Stays[i]
		if s.Status != hotelcrm.Departed || s.Role != hotelcrm.Primary || s.Use == hotelcrm.HouseUse {
			continue
		}
		_, month, _ := s.Arrival.Civil()
		switch s.Property {
		case "RESORT":
			resort++
			resortSummer += count(month >= 6 && month <= 8)
		case "CITY":
			city++
			workdays += count(s.Arrival.Weekday() >= 1 && s.Arrival.Weekday() <= 4)
		case "AIRPORT":
			airport++
			airportSummer += count(month >= 6 && month <= 8)
		}
	}
	within(t, "resort arrivals in June to August", 100*resortSummer/resort, 43, 53)
	within(t, "city arrivals on Monday to Thursday", 100*workdays/city, 66, 76)
	within(t, "airport arrivals in June to August", 100*airportSummer/airport, 23, 30)
}
