package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Every reason why a line is not counted is said in both languages.
func TestReasonsNotToCountHaveWords(t *testing.T) {
	n := 0
	for x := loyalty.WasRepeat; x <= loyalty.OverRoomLimit; x++ {
		n++
		if uncounted[x.String()] == "" || chineseCodes[x.String()] == "" {
			t.Errorf("%s has no words", x)
		}
	}
	if n != len(uncounted) {
		t.Errorf("%d reasons and %d words", n, len(uncounted))
	}
}

func TestLinesNotCountedAreCounted(t *testing.T) {
	rows := "kind,date,to,id,room_revenue\nstay,2026-01-10,2026-01-12,a,200\nstay,2026-03-10,2026-03-12,b,200\nstay,2026-04-10,2026-04-12,c,200\n"
	file := written(t, "a.csv", rows)
	for args, want := range map[string]string{
		"-asof 2026-02-01":                   "Not counted: 2\u00a0lines dated after this day.",
		"-asof 2026-02-01 -known 2026-02-01": "Not counted: 2\u00a0lines not known yet, or dated after this day.",
		"-asof 2026-02-01 -lang zh":          "未计入：2 条 尚未发生。",
	} {
		if out := done(t, append(strings.Fields(args), "-programme", "hilton", "-activity", file)...).stdout; !strings.Contains(out, want) {
			t.Errorf("%s lacks %q:\n%s", args, want, out)
		}
	}
}

// A milestone is named by what it asks for, wherever it stands.
func TestMilestonesAreSaidInWords(t *testing.T) {
	file := written(t, "a.csv", "kind,date,to,id,room_revenue\nstay,2025-01-10,2025-03-12,a,9000\n")
	for args, wants := range map[string][]string{
		"-programme hilton":                 {"2025-03-12  every 10 nights", "2025-03-12  at 60 nights", "milestone: every 10 nights", "milestone: at 60 nights"},
		"-programme hilton -lang zh":        {"每 10 房晚", "满 60 房晚", "里程碑：满 60 房晚"},
		"-programme marriott-2024":          {"at 50 nights", "one of suite nights, gift, discount or donation"},
		"-programme marriott-2024 -lang zh": {"套房晚、礼品、折扣或捐赠中任选一项"},
	} {
		out := done(t, append(strings.Fields(args), "-activity", file, "-asof", "2025-06-30")...).stdout
		for _, want := range wants {
			if !strings.Contains(out, want) {
				t.Errorf("%s lacks %q:\n%s", args, want, out)
			}
		}
	}
}
