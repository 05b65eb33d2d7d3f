package hotelcrm_test

import (
	"errors"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
)

func TestDatesTravelThroughDatabases(t *testing.T) {
	for _, source := range []any{"2025-01-01", []byte("2025-01-01"), time.Date(2025, 1, 1, 23, 59, 0, 0, time.UTC)} {
		var d hotelcrm.Date
		if err := d.Scan(source); err != nil || d != january {
			t.Errorf("%T: %v, %v", source, d, err)
		}
	}
	d := january
	if err := d.Scan(nil); err != nil || d != 0 {
		t.Errorf("NULL: %v, %v", d, err)
	}
	for _, source := range []any{int64(20250101), 1.5, "1 January", true} {
		d := january
		err := d.Scan(source)
		if _, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || d != january {
			t.Errorf("%v: %v, %v; want a ParamError and the date unchanged", source, d, err)
		}
	}
	if v, err := january.Value(); err != nil || v != "2025-01-01" {
		t.Errorf("value %v, %v", v, err)
	}
	if v, err := hotelcrm.Date(0).Value(); err != nil || v != nil {
		t.Errorf("value of no date %v, %v; want NULL", v, err)
	}
	if _, err := hotelcrm.Date(-1).Value(); err == nil {
		t.Error("a day outside the calendar has a value")
	}
}

func TestPlausibleDatesEndWhereTheySay(t *testing.T) {
	for day, ok := range map[hotelcrm.Date]bool{
		hotelcrm.DateOf(1949, 12, 31): false, hotelcrm.DateOf(1950, 1, 1): true,
		hotelcrm.DateOf(2199, 12, 31): true, hotelcrm.DateOf(2200, 1, 1): false,
	} {
		s := stay("ann", 1, 0, "1")
		s.Arrival, s.Departure = day, day
		r, _ := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
		if err := r.Add(s); (err == nil) != ok {
			t.Errorf("%s: %v", day, err)
		}
	}
}
