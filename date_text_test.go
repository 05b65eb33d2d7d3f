package hotelcrm_test

import (
	"encoding/json"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
)

func TestParseDateIsStrict(t *testing.T) {
	for _, text := range []string{
		"", " ", "2024", "2024-2-1", "2024-02-1 ", " 2024-02-01", "2024-02-01 ", "2024-02-01T00:00:00Z", "20240201",
		"2024/02/01", "2024-02/01", "01-02-2024", "2024-02-30", "2023-02-29", "2024-00-10", "2024-13-10", "2024-04-00",
		"0000-01-01", "10000-01-01", "+024-02-01", "-024-02-01", "2024-+2-01", "2024--2-01", "2024-02-0a", "2024-02-0\x00",
		"２024-02-1", "2024-02-1٢", "2024–1-01", "0x24-02-01", "1e03-02-01", "null",
	} {
		t.Run(text, func(t *testing.T) {
			got, err := hotelcrm.ParseDate(text)
			wantRefusal(t, err, text)
			if got != 0 {
				t.Errorf("ParseDate(%q) = %v beside an error, want the zero Date", text, got)
			}
		})
	}
}

func TestParseDateAsReadsCommonLayouts(t *testing.T) {
	tests := []struct {
		name, layout, text string
		want               string // empty: refused
	}{
		{"ISO", "2006-01-02", "2024-02-29", "2024-02-29"},
		{"ISO, no leap day", "2006-01-02", "2023-02-29", ""},
		{"ISO, short", "2006-01-02", "2024-2-9", ""},
		{"compact", "20060102", "20240229", "2024-02-29"},
		{"compact, no leap day", "20060102", "20230229", ""},
		{"compact, with dashes", "20060102", "2024-02-29", ""},
		{"European", "02/01/2006", "31/12/2023", "2023-12-31"},
		{"European, month 31", "02/01/2006", "12/31/2023", ""},
		{"American", "1/2/2006", "2/9/2024", "2024-02-09"},
		{"American, two digits", "1/2/2006", "12/31/2023", "2023-12-31"},
		{"American, month 31", "1/2/2006", "31/12/2023", ""},
		{"month name", "02-Jan-06", "05-Mar-24", "2024-03-05"},
		{"month name, capitals", "02-Jan-06", "05-MAR-24", "2024-03-05"},
		{"two digits begin in 1969", "02-Jan-06", "01-Jan-69", "1969-01-01"},
		{"two digits end in 2068", "02-Jan-06", "31-Dec-68", "2068-12-31"},
		{"month name, no such day", "02-Jan-06", "31-Feb-24", ""},
		{"time of day is dropped", "2006-01-02 15:04", "2024-02-29 23:59", "2024-02-29"},
		{"offset does not move the day", time.RFC3339, "2024-02-29T00:30:00+14:00", "2024-02-29"},
		{"year 0", "20060102", "00000101", ""},
		{"no year in the layout", "02/01", "29/02", ""},
		{"empty text", "20060102", "", ""},
		{"trailing text", "20060102", "20240229x", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			got, err := hotelcrm.ParseDateAs(test.layout, test.text)
			if diff := cmp.Diff(test.want, got.String()); diff != "" {
				t.Errorf("ParseDateAs(%q, %q), error %v (-want +got):\n%s", test.layout, test.text, err, diff)
			}
			if test.want == "" {
				wantRefusal(t, err, test.text)
			} else if err != nil {
				t.Errorf("ParseDateAs(%q, %q): %v", test.layout, test.text, err)
			}
		})
	}
}

func TestDateFromTimeIsTheDateOnTheWall(t *testing.T) {
	tests := []struct {
		name, zone, instant string
		want                string
	}{
		{"UTC+14 is a day ahead", "Pacific/Kiritimati", "2024-02-28T10:00:00Z", "2024-02-29"},
		{"UTC+14 just before its midnight", "Pacific/Kiritimati", "2024-02-28T09:59:59Z", "2024-02-28"},
		{"UTC-11 is a day behind", "Pacific/Pago_Pago", "2024-03-01T10:59:59Z", "2024-02-29"},
		{"UTC-11 at its midnight", "Pacific/Pago_Pago", "2024-03-01T11:00:00Z", "2024-03-01"},
		{"before the hour that is skipped", "Europe/Berlin", "2024-03-30T22:59:59Z", "2024-03-30"},
		{"after the hour that is skipped", "Europe/Berlin", "2024-03-31T21:59:59Z", "2024-03-31"},
		{"a day of 23 hours ends early", "Europe/Berlin", "2024-03-31T22:00:00Z", "2024-04-01"},
		{"the hour that comes twice", "Europe/Berlin", "2024-10-27T01:30:00Z", "2024-10-27"},
		{"a day of 25 hours ends late", "Europe/Berlin", "2024-10-27T22:59:59Z", "2024-10-27"},
		{"a day that begins at one o'clock", "America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-04"},
		{"last second before it", "America/Sao_Paulo", "2018-11-04T02:59:59Z", "2018-11-03"},
		{"Samoa before the day it left out", "Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"},
		{"Samoa after the day it left out", "Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			skip32(t, test.name)
			zone, err := time.LoadLocation(test.zone)
			if err != nil {
				t.Fatal(err)
			}
			at, err := time.Parse(time.RFC3339, test.instant)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, hotelcrm.DateFromTime(at.In(zone)).String()); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", test.instant, test.zone, diff)
			}
		})
	}
}

func TestPostingsBeforeTheRollBelongToTheDayBefore(t *testing.T) {
	const roll = 3 * time.Hour
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	for clock, want := range map[string]string{
		"2024-03-01 01:30:00": "2024-02-29", "2024-03-01 02:59:59": "2024-02-29", "2024-03-01 03:00:00": "2024-03-01",
	} {
		at, err := time.ParseInLocation(time.DateTime, clock, zone)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, hotelcrm.DateFromTime(at.Add(-roll)).String()); diff != "" {
			t.Errorf("posting at %s (-want +got):\n%s", clock, diff)
		}
	}
}

func TestFormatUsesTheLayoutOfPackageTime(t *testing.T) {
	d := hotelcrm.DateOf(2024, time.February, 9)
	for layout, want := range map[string]string{
		"Mon 2 Jan 2006": "Fri 9 Feb 2024", "20060102": "20240209", "15:04": "00:00", "": "",
	} {
		if diff := cmp.Diff(want, d.Format(layout)); diff != "" {
			t.Errorf("Format(%q) (-want +got):\n%s", layout, diff)
		}
	}
}

func TestDatesInJSONRoundTrip(t *testing.T) {
	type record struct {
		Arrival hotelcrm.Date                   `json:"arrival"`
		Booked  hotelcrm.Date                   `json:"booked"`
		Left    hotelcrm.Date                   `json:"left,omitzero"`
		Rates   map[hotelcrm.Date]int           `json:"rates"`
		Months  map[hotelcrm.Date]hotelcrm.Date `json:"months"`
	}
	march := hotelcrm.DateOf(2024, time.March, 1)
	in := record{
		Arrival: hotelcrm.DateOf(2024, time.February, 29),
		Rates:   map[hotelcrm.Date]int{march: 120, march - 1: 110},
		Months:  map[hotelcrm.Date]hotelcrm.Date{march: march.MonthEnd()},
	}
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"arrival":"2024-02-29","booked":"","rates":{"2024-02-29":110,"2024-03-01":120},"months":{"2024-03-01":"2024-03-31"}}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	out := record{Booked: march}
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestUnmarshalTextLeavesTheDateAloneOnError(t *testing.T) {
	want := hotelcrm.DateOf(2024, time.February, 29)
	for _, text := range []string{"2023-02-29", "29.02.2024", "2024-02-29 "} {
		d := want
		wantRefusal(t, d.UnmarshalText([]byte(text)), text)
		if d != want {
			t.Errorf("after reading %q the date is %v, want %v", text, d, want)
		}
	}
	d := want
	if err := json.Unmarshal([]byte(`20240229`), &d); err == nil {
		t.Error("a JSON number was taken for a date")
	}
}

func TestAppendTextAppends(t *testing.T) {
	got, err := hotelcrm.DateOf(987, time.June, 5).AppendText([]byte("on "))
	if diff := cmp.Diff("on 0987-06-05", string(got)); diff != "" || err != nil {
		t.Errorf("AppendText, error %v (-want +got):\n%s", err, diff)
	}
	if got, err = hotelcrm.Date(0).AppendText([]byte("on ")); string(got) != "on " || err != nil {
		t.Errorf("zero Date appends to %q, %v", got, err)
	}
}
