package main

import (
	"strings"
	"testing"
)

// A guest between the classes of the plan: three stays, and more than an ordinary guest spends on them.
func TestWhoFitsNoClassIsCalledSo(t *testing.T) {
	stays := written(t, "stays.csv", "guest,arrival,revenue\nann,2024-01-01,10000\nann,2024-02-01,10000\nann,2024-03-01,10000\nben,2024-03-01,50\n")
	for lang, want := range map[string]string{"en": "Fits no class of the plan", "zh": "不符合任何类别"} {
		out := done(t, "-stays", stays, "-lang", lang)
		page := string(out.file(t, "report.html"))
		if !strings.Contains(page, want) || strings.Contains(page, "row of the table") {
			t.Errorf("%s: the page does not call the class %q", lang, want)
		}
		text := want + " 1 (50.0\u00a0%)"
		if lang == "zh" {
			text = want + " 1（50.0%）"
		}
		if !strings.Contains(strings.ReplaceAll(out.stdout, " %", "\u00a0%"), text) {
			t.Errorf("%s: lacks %q:\n%s", lang, text, out.stdout)
		}
	}
}
