package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
)

func TestGapsThatAreNotInTheTable(t *testing.T) {
	for _, test := range []struct {
		printer lang.Printer
		want    string
	}{
		{lang.English(chinese.Words), "Not in the table, but in summary.json: 3\u00a0more gaps with guests, 1\u00a0gap without a guest here."},
		{lang.Chinese(chinese.Words), "未列入表中，见 summary.json：另 3 处空白（有客人）、1 处空白（此处无客人）。"},
	} {
		a := &analysis{Printer: test.printer}
		if got := a.moreGaps(3, 1); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// A guest between the classes of the plan: three stays, and more than an ordinary guest spends on them.
func TestWhoFitsNoClassIsCalledSo(t *testing.T) {
	stays := written(t, "stays.csv", "guest,arrival,revenue\nann,2024-01-01,10000\nann,2024-02-01,10000\nann,2024-03-01,10000\nben,2024-03-01,50\n")
	for lang, want := range map[string]string{"en": "Fits no class of the plan", "zh": "不符合任何类别"} {
		out := done(t, "-stays", stays, "-lang", lang)
		page := string(out.file(t, "report.html"))
		if !strings.Contains(page, want) || strings.Contains(page, "row of the table") {
			t.Errorf("%s: the page does not call the class %q", lang, want)
		}
		if text := "Fits no class of the plan 1 (50.0\u00a0%)"; !strings.Contains(strings.ReplaceAll(out.stdout, " %", "\u00a0%"), text) {
			t.Errorf("%s: lacks %q:\n%s", lang, text, out.stdout)
		}
	}
}
