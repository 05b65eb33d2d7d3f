package hotelcrm_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/shopspring/decimal"
)

// TestCDNOWMaster: Fader and Hardie (2001), the CDNOW cohort of 1997: 23,570 customers whose purchases of one day are
// one visit.
func TestCDNOWMaster(t *testing.T) {
	data := publicdata.Read(t, "cdnow/CDNOW_master.txt.gz")
	r := register(t, hotelcrm.Setup{Currency: "USD"})
	cents := int64(0)
	for i, line := range strings.Split(strings.TrimSpace(string(bytes.ReplaceAll(data, []byte("\r"), nil))), "\n") {
		field := strings.Fields(line)
		if i == 0 {
			continue // header
		}
		date, err := hotelcrm.ParseDateAs("20060102", field[1])
		if err != nil {
			t.Fatal(err)
		}
		amount, err := strconv.ParseInt(strings.ReplaceAll(field[3], ".", ""), 10, 64)
		if err != nil || field[3][len(field[3])-3] != '.' {
			t.Fatalf("row %d: amount %q: %v", i, field[3], err)
		}
		cents += amount
		if err := r.Add(hotelcrm.Stay{
			Guest: field[0], Status: hotelcrm.Departed, Arrival: date, Departure: date,
			Revenue: hotelcrm.Revenue{Rooms: decimal.RequireFromString(field[3])},
		}); err != nil {
			t.Fatal(err)
		}
	}
	s := summaries(t, r, hotelcrm.DateOf(1998, 7, 1), hotelcrm.Window{})
	visits := int64(0)
	for _, n := range s.Visits() {
		visits += int64(n)
	}
	if s.Counts().Rows != 69_659 || s.Len() != 23_570 || visits != 67_591 {
		t.Errorf("%d rows, %d customers, %d visits; want 69659, 23570, 67591", s.Counts().Rows, s.Len(), visits)
	}
	if got, want := s.Revenue().Sum(), decimal.New(cents, -2); !got.Equal(want) {
		t.Errorf("total spend %s, want %s", got, want)
	}
	t.Logf("total spend %s USD", s.Revenue().Sum())
}
