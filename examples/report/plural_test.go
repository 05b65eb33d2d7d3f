package main

import (
	"regexp"
	"strings"
	"testing"
)

// With one guest, one row and one class nothing is said in the plural.
func TestOneGuestIsNotSpokenOfInThePlural(t *testing.T) {
	stays := written(t, "stays.csv", "guest,arrival,revenue\nann,2024-01-01,5\n")
	out := done(t, "-stays", stays)
	for name, text := range map[string]string{"text": out.stdout, "page": tags.ReplaceAllString(string(out.file(t, "report.html")), " ")} {
		if found := plurals.FindAllString(text, -1); found != nil {
			t.Errorf("%s: %q", name, found)
		}
		if want := "1 guest is too few for that to say much"; !strings.Contains(text, want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	zh := string(done(t, "-stays", stays, "-lang", "zh").file(t, "report.html"))
	if want := "只有 1 位客人，排名意义不大"; !strings.Contains(zh, want) {
		t.Errorf("the Chinese page lacks %q", want)
	}
}

var (
	tags    = regexp.MustCompile(`<[^>]*>`)
	plurals = regexp.MustCompile(`(?:^|[\s(])1[ \x{a0}](?:guests|visits|rows|nights|classes|stays|nodes|gaps|notes|segments)\b`)
)

// Two deliveries of one version that differ are no mere repeat: the report says so in both languages.
func TestRepeatsThatDifferAreToldOf(t *testing.T) {
	const header = "id,version,guest,arrival,departure,revenue,status\n1,1,ann,2024-01-01,2024-01-03,100,departed\n2,1,ann,2025-01-01,2025-01-03,100,departed\n"
	for name, test := range map[string]struct {
		row  string
		told bool
	}{
		"the same":      {"1,1,ann,2024-01-01,2024-01-03,100,departed\n", false},
		"another guest": {"1,1,ben,2024-01-01,2024-01-03,100,departed\n", true},
		"another sum":   {"1,1,ann,2024-01-01,2024-01-03,120,departed\n", true},
		"a new version": {"1,2,ann,2024-01-01,2024-01-03,120,departed\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			stays := written(t, "stays.csv", header+test.row)
			for lang, want := range map[string]string{"en": "came twice with one id and version but different content", "zh": "有住宿记录编号与版本相同而内容不同"} {
				out := done(t, "-stays", stays, "-lang", lang)
				if page := string(out.file(t, "report.html")); strings.Contains(page, want) != test.told {
					t.Errorf("%s: told %v, want %v", lang, !test.told, test.told)
				}
				if found := strings.Contains(string(out.file(t, "summary.json")), `"conflicting-versions"`); found != test.told {
					t.Errorf("%s: summary.json tells %v, want %v", lang, found, test.told)
				}
			}
		})
	}
}
