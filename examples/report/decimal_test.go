package main

import (
	"strings"
	"testing"
)

func TestDecimalComma(t *testing.T) {
	stays := "guest;arrival;departure;revenue;food\nann;02.01.2025;05.01.2025;1.234,50;-10,5\nbob;01.02.2025;03.02.2025;+99;\n"
	file := written(t, "stays.csv", stays)
	for name, text := range map[string]string{"plain rows": stays, "a row that is judged by itself": stays + ";01.02.2025;03.02.2025;1.000.000,25;\n"} {
		s := done(t, "-stays", written(t, "stays.csv", text), "-sep", ";", "-date", "02.01.2006", "-decimal", ",").summary(t)
		if s.Input.Revenue != "1323.00" || s.Input.Guests != 2 {
			t.Errorf("%s: %d guests with %s, want 2 with 1323.00", name, s.Input.Guests, s.Input.Revenue)
		}
	}
	out := command(t, "-stays", file, "-sep", ";", "-date", "02.01.2006", "-out", t.TempDir())
	if want := `revenue "1.234,50": no amount; want a plain decimal such as 1234.50, at most 40 characters; is -decimal , meant?`; !strings.Contains(out.stderr, want) {
		t.Errorf("no hint at -decimal:\n%s", out.stderr)
	}
	out = command(t, "-stays", file, "-sep", ";", "-decimal", ",", "-out", t.TempDir())
	if want := `arrival "02.01.2025": no date; want a day of the calendar as 2006-01-02; is -date 02.01.2006 meant?`; !strings.Contains(out.stderr, want) {
		t.Errorf("no hint at -date:\n%s", out.stderr)
	}
	if out := command(t, "-stays", file, "-decimal", "dot"); out.code != exitFlags || !strings.Contains(out.stderr, `-decimal "dot" is not allowed; want . or ,`) {
		t.Errorf("exit %d: %s", out.code, out.stderr)
	}
}

// TestTheSheetOfTheCookbook reads a sheet as docs/cookbook.md has it.
func TestTheSheetOfTheCookbook(t *testing.T) {
	text := "guest;last stay;stays;total\nann;20.12.2025;9;4.100,00\nbob;05.05.2023;1;99,00\n"
	s := done(t, "-guests", written(t, "sheet.csv", text), "-sep", ";", "-date", "02.01.2006", "-decimal", ",",
		"-columns", "guest=guest,last=last stay,visits=stays,revenue=total").summary(t)
	if s.Input.Revenue != "4199.00" || s.Input.Guests != 2 {
		t.Errorf("%d guests with %s, want 2 with 4199.00", s.Input.Guests, s.Input.Revenue)
	}
}
