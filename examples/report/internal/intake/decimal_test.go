package intake

import "testing"

func TestPointed(t *testing.T) {
	for text, want := range map[string]string{
		"1234,50": "1234.50", "1.234,50": "1234.50", "-1.234.567,8": "-1234567.8", "12.345": "12345", "5": "5", ",5": ".5", "": "",
		"1234.50": "-", "1234.567": "-", ".123": "-", "1,234.50": "-", "1.2.345": "-",
	} {
		got, ok := pointed(text)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHints(t *testing.T) {
	for text, want := range map[string]string{"99,5": "; is -decimal , meant?", "1,000": "", "1,234.50": "", "x": "", "1.234.567": "; is -decimal , meant?"} {
		if got := decimalHint(text, false); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := decimalHint("1234.50", true); got != "; is -decimal . meant?" {
		t.Errorf("a decimal point: %q", got)
	}
	for text, want := range map[string]string{"03/04/2024": "; is -date 02/01/2006 or 1/2/2006 meant?", "3/14/2024": "; is -date 1/2/2006 meant?", "soon": ""} {
		if got := dateHint(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
