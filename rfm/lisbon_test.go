package rfm_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// lisbon returns the guests of a hotel in Lisbon and how many rows are refused.
//
// Source: N. Antonio, A. de Almeida and L. Nunes, A hotel's customers dataset, Data in Brief 33 (2020): a sample.
func lisbon(t *testing.T) (guests []hotelcrm.Summary, refused int) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(publicdata.Read(t, "hotel/lisbon_customers_sample.csv.gz"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(row []string, name string) int {
		n, err := strconv.Atoi(row[slices.Index(rows[0], name)])
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, row := range rows[1:] {
		lodging, other := row[slices.Index(rows[0], "LodgingRevenue")], row[slices.Index(rows[0], "OtherRevenue")]
		guest := hotelcrm.Summary{
			Guest: row[slices.Index(rows[0], "ID")], Visits: number(row, "BookingsCheckedIn"),
			Last: asOf.AddDays(-number(row, "DaysSinceLastStay")), Nights: number(row, "RoomNights"), RoomNights: number(row, "RoomNights"),
			Revenue: dec(lodging).Add(dec(other)),
		}
		if guest.Validate(asOf) != nil {
			refused++
			continue
		}
		guests = append(guests, guest)
	}
	return guests, refused
}

func TestAHotelWhereNearlyEverybodyCameOnce(t *testing.T) {
	guests, refused := lisbon(t)
	if len(guests) != 11_644 || refused != 0 {
		t.Fatalf("want 11644 guests and none refused, got %d and %d", len(guests), refused)
	}
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, guests)
	if err != nil {
		t.Fatal(err)
	}
	scores, err := rfm.Of(summaries, rfm.Config{})
	if err != nil {
		t.Fatal(err)
	}
	frequency := scores.Thresholds().Frequency
	if diff := gocmp.Diff([]int{1, 5}, frequency.Scores); diff != "" || frequency.InEffect() != 2 {
		t.Errorf("frequency (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([]string{"1"}, texts(frequency.Cuts)); diff != "" {
		t.Errorf("cuts (-want +got):\n%s", diff)
	}
	if diff := gocmp.Diff([]int{11_400, 0, 0, 0, 244}, scores.Counts().Frequency); diff != "" {
		t.Errorf("guests (-want +got):\n%s", diff)
	}
	want := []hotelcrm.Warning{{Code: rfm.WarnFewBins, Text: "Frequency has 2 of 5 scores in use, since too many guests have the same value", N: 3}}
	if diff := gocmp.Diff(want, scores.Warnings()); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
}

// Jenks and the widths find more than two kinds of guests by visits, where the quantiles all lie at one visit.
func TestEveryMethodCutsTheLisbonGuestsByThePlainRule(t *testing.T) {
	guests, _ := lisbon(t)
	var plain []guest
	for _, g := range guests {
		plain = append(plain, guest{g.Guest, asOf.DaysSince(g.Last), g.Visits, g.Revenue})
	}
	for _, method := range []rfm.Method{rfm.ByValue, rfm.NTile, rfm.Type7Plus1, rfm.EqualWidth, rfm.LogWidth} {
		scores := scoresOf(t, plain, rfm.Same(method, 5))
		if diff := gocmp.Diff(plainScores(plain, oracleOf(method), [3]int{5, 5, 5}), list(scores)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", method, diff)
		}
	}
	scores := scoresOf(t, plain, rfm.Config{Frequency: rfm.Cut{Method: rfm.Jenks}})
	if got := scores.Thresholds().Frequency.InEffect(); got != 5 {
		t.Errorf("want 5 classes of visits, got %d", got)
	}
}
