package intake

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// FuzzDates reads each text twice, the second time from memory.
func FuzzDates(f *testing.F) {
	for i, text := range []string{
		"2024-02-29", "2023-02-29", "20240229", "29/02/2024", "29.02.2024", "1.2.2024", "2/9/2024", "12/31/1999", "02/09/2024", "29-Feb-24", "01-SEP-69", "01-jan-68",
		"0000-01-01", "9999-12-31", "1900-02-29", "2000-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "1/1/20240", "/1/2024", "1//2024", "",
		"2024-01-1a", "31/04/2024", "00-Jan-00", "1/2/24", "01-Jän-4", "-024-01-01",
	} {
		f.Add(text, uint8(i))
		f.Add(text, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, n uint8) {
		layout := Layouts[int(n)%len(Layouts)]
		want, err := hotelcrm.ParseDateAs(layout, text)
		d := dates{layout: layout}
		for range 2 {
			if got, ok := d.parse(text); ok != (err == nil) || ok && got != want {
				t.Errorf("%q as %s: %s %v, want %s %v", text, layout, got, ok, want, err)
			}
		}
	})
}

func TestUsualDatesAreQuick(t *testing.T) {
	for day := hotelcrm.DateOf(1899, 12, 1); day < hotelcrm.DateOf(2101, 2, 1); day++ {
		for _, layout := range Layouts {
			want, _ := hotelcrm.ParseDateAs(layout, day.Format(layout)) // two digits of a year may mean another one
			if got, ok := quickDate(layout, day.Format(layout)); !ok || got != want {
				t.Fatalf("%s: %s, %v", day.Format(layout), got, ok)
			}
		}
	}
}

// FuzzAmounts compares with decimals; what does not fit must be left to them.
func FuzzAmounts(f *testing.F) {
	for _, text := range []string{"", "0", "-0.5", "+12.340", "12.345", ".5", "5.", ".", "-", "1e3", "1,000", "999999999999999999", "0.000000000000000001", "--1", "1.2.3", "12345678901234567.8"} {
		f.Add(text, uint8(2))
		f.Add(text, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, n uint8) {
		scale := int(n % 7)
		got, ok := minorUnits(text, scale)
		if !ok {
			return
		}
		c := newCells([]string{"amount"}, table.Columns{}, "")
		c.at[0] = 0
		c.use([]string{text})
		want, fits := hotelcrm.ToMinor(c.amount(0), scale)
		if c.problem != "" || !fits || got != want {
			t.Errorf("%q: %d, want %d %v %s", text, got, want, fits, c.problem)
		}
	})
}

func TestUsualAmountsAreQuick(t *testing.T) {
	for _, text := range []string{"", "0", "1234.50", "-0.05", "7", "1234567890123.45", "5.000", "+1.1", ".5", "5."} {
		if _, ok := minorUnits(text, 2); !ok {
			t.Errorf("%q is left to decimals", text)
		}
	}
}
