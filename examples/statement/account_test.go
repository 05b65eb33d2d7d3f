package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// inn posts points two weeks after check-out; they live for a year, or to the end of the next year, or while a friend.
const inn = `{"format": 1, "id": "inn", "currency": "EUR", "versions": [{"id": "2026", "window": {"kind": "rolling"},
	"tiers": [{"id": "guest"}, {"id": "friend", "promote": {"metric": "nights", "atLeast": 5}}],
	"earn": {"rates": [{"id": "all", "points": 1}], "after": {"days": 14}}, "expiry": EXPIRY}]}`

// innOf runs the command on an inn with a rule of expiry and these rows.
func innOf(t *testing.T, expiry, rows, asOf string, more ...string) result {
	t.Helper()
	programme := written(t, "inn.json", strings.Replace(inn, "EXPIRY", expiry, 1))
	activity := written(t, "a.csv", "kind,date,to,id,known,room_revenue,points,nights,ref\n"+rows)
	return asJSON(t, append([]string{"-programme", programme, "-activity", activity, "-asof", asOf}, more...)...)
}

const twoNights = "stay,2026-01-10,2026-01-12,F-1,,200,,,\n"

func TestPointsWaitUntilTheyArePosted(t *testing.T) {
	before, after := innOf(t, "{}", twoNights, "2026-01-25"), innOf(t, "{}", twoNights, "2026-01-26")
	if b := before.Points.Balance; b.Points != 0 || b.Pending != 200 {
		t.Errorf("before they are posted: %+v", b)
	}
	if b := after.Points.Balance; b.Points != 200 || b.Pending != 0 {
		t.Errorf("after: %+v", b)
	}
}

func TestPointsLapse(t *testing.T) {
	for _, test := range []struct{ name, expiry, rows, want string }{
		{"never", `{}`, "", ""},
		{"by age", `{"lifeMonths": 12}`, "", "2027-01-12"},
		{"with the year", `{"yearEnds": 1}`, "", "2028-01-01"},
		{"the earlier of both", `{"lifeMonths": 12, "yearEnds": 1}`, "", "2027-01-12"},
		{"the earlier of both, with the year", `{"lifeMonths": 36, "yearEnds": 1}`, "", "2028-01-01"},
		{"for want of activity", `{"idleMonths": 6}`, "", "2026-07-12"},
		{"later after an award", `{"idleMonths": 6}`, "redemption,2026-01-30,,,,,50,,\n", "2026-07-30"},
		{"never, of a tier that is exempt", `{"idleMonths": 6, "exempt": ["friend"]}`, "bonus,2026-01-20,,,,,,3,\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if s := innOf(t, test.expiry, twoNights+test.rows, "2026-02-01").Points.Schedule; len(s) > 0 {
				got = s[0].Date.String()
			}
			if got != test.want {
				t.Errorf("points lapse on %q, want %q", got, test.want)
			}
		})
	}
}

func TestAwardTakenBack(t *testing.T) {
	spent := twoNights + "redemption,2026-02-01,,a-1,,,150,,\n"
	if r := innOf(t, "{}", spent, "2026-03-01"); r.Points.Balance.Points != 50 {
		t.Errorf("spent: %+v", r.Points.Balance)
	}
	r := innOf(t, "{}", spent+"void,2026-02-03,,,,,,,a-1\n", "2026-03-01")
	if last := r.Points.Lines[len(r.Points.Lines)-1]; r.Points.Balance.Points != 200 || last.Event.Kind != points.EventVoid || last.Event.Ref != "a-1" {
		t.Errorf("taken back: %+v, last line %+v", r.Points.Balance, last)
	}
}

func TestWhatTheLedgerRefusesIsSaid(t *testing.T) {
	r := innOf(t, "{}", twoNights+"redemption,2026-01-13,,a-1,,,150,,\n", "2026-03-01")
	if len(r.Points.Refused) != 1 || r.Points.Balance.Points != 200 {
		t.Fatalf("%+v, %+v", r.Points.Refused, r.Points.Balance)
	}
	if f := r.Points.Refused[0]; f.Command != "a-1" || f.Reason != points.Insufficient.String() || f.Asked != 150 || f.Allowed != 0 {
		t.Errorf("%+v", f)
	}
}

func TestOnlyWhatIsKnownCounts(t *testing.T) {
	rows := twoNights + "stay,2026-02-10,2026-02-13,F-2,2026-04-01,300,,,\n"
	for known, want := range map[string]struct {
		tier   string
		points int64
	}{"2026-03-01": {"guest", 200}, "2026-04-01": {"friend", 500}} {
		r := innOf(t, "{}", rows, "2026-05-01", "-known", known)
		if r.Status.Tier != want.tier || r.Points.Balance.Points != want.points {
			t.Errorf("known on %s: %s with %d points, want %+v", known, r.Status.Tier, r.Points.Balance.Points, want)
		}
	}
}

// The same stay sent again earns nothing.
func TestStaySentTwice(t *testing.T) {
	r := innOf(t, "{}", twoNights+twoNights, "2026-03-01")
	if r.Points.Balance.Points != 200 || r.LeftOut[loyalty.WasRepeat.String()] != 1 {
		t.Errorf("%+v, left out %v", r.Points.Balance, r.LeftOut)
	}
}

// On every day of the built-in member's life the lines add up to the balance, what was earned is in the ledger, and a
// replay of the programme on itself changes nothing.
func TestEveryDayAddsUp(t *testing.T) {
	step := 17
	if testing.Short() {
		step = 170
	}
	for day := exampleDay.AddYears(-5); day <= exampleDay.AddYears(2); day = day.AddDays(step) {
		r := asJSON(t, "-asof", day.String(), "-replay", exampleProgramme)
		var sum, earned, credited int64
		for _, l := range r.Points.Lines {
			sum += l.Change
			if l.Event.Kind == points.EventEarn {
				earned += l.Change
			}
		}
		for _, c := range r.Credits {
			credited += c.Points
		}
		for _, m := range r.Milestones {
			credited += m.Points
		}
		if b := r.Points.Balance; sum != b.Points || earned != credited || b.Pending != 0 {
			t.Errorf("%s: lines %d, balance %d; earned %d, credited %d", day, sum, b.Points, earned, credited)
		}
		if p := r.Replay; p.Status != r.Status || p.Balance != r.Points.Balance.Points || p.Earned != p.Before {
			t.Errorf("%s: replayed on itself %+v, was %+v", day, p.Status, r.Status)
		}
	}
}

func TestLaterRowsAreNotThere(t *testing.T) {
	rows := twoNights + "redemption,2026-02-01,,a-1,2026-03-10,,150,,\n"
	for _, test := range []struct {
		asOf, known string
		want        int64
	}{{"2026-01-31", "2026-04-01", 200}, {"2026-04-01", "2026-03-09", 200}, {"2026-04-01", "2026-03-10", 50}} {
		if r := innOf(t, "{}", rows, test.asOf, "-known", test.known); r.Points.Balance.Points != test.want {
			t.Errorf("on %s as known on %s: %d points, want %d", test.asOf, test.known, r.Points.Balance.Points, test.want)
		}
	}
}

func TestRefusalsOfLaterDaysAreNotSaid(t *testing.T) {
	if r := innOf(t, "{}", twoNights+"redemption,2026-02-01,,,,,9999,,\n", "2026-01-31"); len(r.Points.Refused) != 0 {
		t.Errorf("%+v", r.Points.Refused)
	}
}

// Points of milestones are in the account, each with its own rule.
func TestPointsOfMilestones(t *testing.T) {
	rows := "kind,date,to\nenrolment,2026-01-01,\nenrolment,2024-01-01,\nstay,2024-02-01,2024-03-23\n"
	r := asJSON(t, "-programme", "hilton", "-activity", written(t, "a.csv", rows))
	if r.Enrolled != hotelcrm.DateOf(2024, 1, 1) || r.Points.Balance.Points != 20000 || len(r.Milestones) != 2 || r.Points.Lots[0].Terms.Rule != "every-10" {
		t.Errorf("enrolled %s, %+v, %+v, %+v", r.Enrolled, r.Points.Balance, r.Milestones, r.Points.Lots)
	}
}

func TestKindsOfStay(t *testing.T) {
	const rows = "kind,date,to\nstay,2026-02-01,2026-02-02\naward,2026-02-01,2026-02-02\nno-show,2026-02-01,2026-02-02\n"
	records, err := readActivity(strings.NewReader(rows), 2)
	if err != nil {
		t.Fatal(err)
	}
	list := guests(records)[0].Folios
	for i, want := range []hotelcrm.Stay{{Status: hotelcrm.Departed}, {Status: hotelcrm.Departed, Use: hotelcrm.Points}, {Status: hotelcrm.NoShow}} {
		if list[i].Status != want.Status || list[i].Use != want.Use {
			t.Errorf("row %d: %v, %v", i+1, list[i].Status, list[i].Use)
		}
	}
}
