package loyalty_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

type idle struct{}

func (idle) Working(hotelcrm.Date) bool { return false }

// Points of the chain come three working days after check-out; around a holiday Saturdays are worked to make up for it.
func TestPosting(t *testing.T) {
	holiday := loyalty.Weekdays{Workdays: []hotelcrm.Date{day("2026-02-14"), day("2026-02-28")}}
	for d := day("2026-02-16"); d <= day("2026-02-20"); d++ {
		holiday.Holidays = append(holiday.Holidays, d)
	}
	tests := []struct {
		name, after, departure, want string
		calendar                     loyalty.Calendar
	}{
		{"at once", ``, "2026-03-06", "2026-03-06", nil},
		{"14 days", `{"days":14}`, "2026-03-06", "2026-03-20", nil},
		{"3 working days from a Friday", `{"workingDays":3}`, "2026-03-06", "2026-03-11", loyalty.Weekdays{}},
		{"from a Sunday", `{"workingDays":3}`, "2026-03-08", "2026-03-11", loyalty.Weekdays{}},
		{"over a holiday with a Saturday worked", `{"workingDays":3}`, "2026-02-13", "2026-02-24", holiday},
		{"days, then working days", `{"days":1,"workingDays":1}`, "2026-03-06", "2026-03-09", loyalty.Weekdays{}},
	}
	for _, test := range tests {
		rule := `"earn":{"rates":[{"id":"base","points":10}]`
		if test.after != "" {
			rule += `,"after":` + test.after
		}
		g := guest(at("a", "2026-01-01", test.departure, "10"))
		out, err := inn(t, rule+`}`).Earn(&g, loyalty.Earning{Calendar: test.calendar})
		if err != nil || out.Credits[0].Posted != day(test.want) || out.Credits[0].Date != day(test.departure) {
			t.Errorf("%s: got %+v, %v", test.name, out.Credits, err)
		}
	}
	e, g := inn(t, `"earn":{"rates":[{"id":"base","points":10}],"after":{"workingDays":3}}`), guest(at("a", "2026-01-01", "2026-01-02", "10"))
	for _, calendar := range []loyalty.Calendar{nil, idle{}} {
		_, err := e.Earn(&g, loyalty.Earning{Calendar: calendar})
		refusetest.Param(t, err, "Earning.Calendar")
	}
}
