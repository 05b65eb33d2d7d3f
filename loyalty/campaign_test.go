package loyalty_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"

	gocmp "github.com/google/go-cmp/cmp"
)

// spring returns one stay of each month from January, one night each at 50 euros, at hotels and brands in turn.
func spring(months int) []loyalty.Folio {
	var out []loyalty.Folio
	for i := range months {
		f := at(string(rune('a'+i%3)), fmt.Sprintf("2026-%02d-10", i+1), fmt.Sprintf("2026-%02d-11", i+1), "50")
		f.Brand, f.Seq = string(rune('x'+i%3)), int64(i+1)
		out = append(out, f)
	}
	return out
}

func TestRewards(t *testing.T) {
	tests := []struct{ name, campaign, want string }{
		{"double points", `"reward":{"kind":"multiplier","times":2}`, "500 500 500 500 500"},
		{"half as much again, with the elite bonus", `"reward":{"kind":"multiplier","times":1.5,"elite":true}`, "275 275 275 275 275"},
		{"fixed", `"reward":{"kind":"fixed","points":7}`, "7 7 7 7 7"},
		{"every second night", `"reward":{"kind":"every","metric":"nights","every":2,"points":30}`, "0 30 0 30 0"},
		{"every 75 euros", `"reward":{"kind":"every","metric":"spend","every":75,"points":3}`, "0 3 3 0 3"},
		{"every 400 points", `"reward":{"kind":"every","metric":"points","every":400,"points":3}`, "3 3 3 6 3"},
		{"thresholds", `"reward":{"kind":"steps","metric":"stays","steps":[{"at":2,"points":20},{"at":4,"points":90}]}`, "0 20 0 90 0"},
		{"different brands", `"reward":{"kind":"steps","metric":"brands","steps":[{"at":1,"points":1},{"at":2,"points":2},{"at":3,"points":3},{"at":4,"points":4}]}`, "1 2 3 0 0"},
		{"two months in a row", `"reward":{"kind":"streak","months":2,"points":9}`, "0 9 0 9 0"},
		{"the first two stays", `"firstStays":2,"reward":{"kind":"fixed","points":7}`, "7 7 0 0 0"},
		{"some days", `"from":"2026-02-11","to":"2026-04-11","reward":{"kind":"fixed","points":7}`, "0 7 7 0 0"},
		{"some days, by arrival", `"by":"check-in","from":"2026-02-11","to":"2026-04-11","reward":{"kind":"fixed","points":7}`, "0 0 7 7 0"},
		{"one brand", `"brands":["y"],"reward":{"kind":"fixed","points":7}`, "0 7 0 0 7"},
		{"one hotel", `"properties":["c"],"reward":{"kind":"fixed","points":7}`, "0 0 7 0 0"},
		{"another tier", `"tiers":["friend"],"reward":{"kind":"fixed","points":7}`, "0 0 7 7 7"},
		{"long stays", `"minNights":2,"reward":{"kind":"fixed","points":7}`, "0 0 0 0 0"},
		{"large stays", `"minSpend":50,"reward":{"kind":"fixed","points":7}`, "7 7 7 7 7"},
		{"larger stays", `"minSpendPerNight":50.01,"reward":{"kind":"fixed","points":7}`, "0 0 0 0 0"},
		{"cap in a line", `"cap":12,"reward":{"kind":"fixed","points":7}`, "7 5 0 0 0"},
		{"budget in a line", `"budget":12,"reward":{"kind":"fixed","points":7}`, "7 5 0 0 0"},
		{"registered in March", `"register":"before-stay","reward":{"kind":"fixed","points":7}`, "0 0 7 7 7"},
		{"registered before the end", `"to":"2026-04-01","register":"before-end","reward":{"kind":"fixed","points":7}`, "7 7 7 0 0"},
		{"registered after the end", `"to":"2026-03-10","register":"before-end","reward":{"kind":"fixed","points":7}`, "0 0 0 0 0"},
		{"events only", `"kinds":["event"],"reward":{"kind":"fixed","points":7}`, "0 0 0 0 0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := inn(t, `"earn":{"rates":[{"id":"base","points":10}],"bonus":[{"tier":"guest","rate":0.1}]},"campaigns":[{"id":"c",`+test.campaign+`}]`)
			g := guest(spring(5)...)
			g.Registered = []loyalty.Registration{{Campaign: "c", On: day("2026-03-10")}}
			out := earned(t, e, g)
			paid := map[string]int64{}
			for _, c := range out.Credits {
				if c.Kind == loyalty.CampaignPoints {
					paid[c.Source] += c.Points
				}
			}
			var got []string
			for _, f := range g.Folios {
				got = append(got, fmt.Sprint(paid[f.ID]))
			}
			if got := strings.Join(got, " "); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestARefundIsNotPaidTwice(t *testing.T) {
	e := inn(t, tenPerEuro+`,"campaigns":[{"id":"c","reward":{"kind":"every","metric":"spend","every":100,"points":5}}]`)
	out := earned(t, e, guest(at("a", "2026-01-01", "2026-01-02", "100"), at("b", "2026-02-01", "2026-02-02", "-60"), at("c", "2026-03-01", "2026-03-02", "60")))
	if got := text(out); got != "base base 1000; campaign c 5; base base 600; " {
		t.Error(got)
	}
}

func TestAGroupPaysOnce(t *testing.T) {
	double := `{"id":"double","group":"g","order":2,"reward":{"kind":"multiplier","times":2}}`
	triple := `{"id":"triple","group":"g","order":1,"minNights":2,"reward":{"kind":"multiplier","times":3}}`
	gift := `{"id":"gift","reward":{"kind":"fixed","points":7}}`
	short, long := at("a", "2026-01-01", "2026-01-02", "10"), at("b", "2026-02-01", "2026-02-03", "10")
	for _, list := range [][]string{{double, triple, gift}, {gift, triple, double}} {
		e := inn(t, tenPerEuro+`,"campaigns":[`+strings.Join(list, ",")+`]`)
		out := earned(t, e, guest(short, long))
		got := strings.Split(strings.TrimSuffix(text(out), "; "), "; ")
		slices.Sort(got)
		want := []string{"base base 100", "base base 100", "campaign double 100", "campaign gift 7", "campaign gift 7", "campaign triple 200"}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestACampaignGoesOnUnderNewRules(t *testing.T) {
	campaign := `"campaigns":[{"id":"c","reward":{"kind":"every","metric":"nights","every":2,"points":5}}]`
	e := compiled(t, `{"format":1,"id":"x","currency":"EUR","versions":[`+
		`{"id":"1","to":"2026-02-01","tiers":[{"id":"guest"}],`+tenPerEuro+`,`+campaign+`},`+
		`{"id":"2","from":"2026-02-01","tiers":[{"id":"guest"}],`+tenPerEuro+`,`+campaign+`}]}`)
	if got := text(earned(t, e, guest(spring(2)...))); got != "base base 500; base base 500; campaign c 5; " {
		t.Error(got)
	}
}

// The first hundred guests, and a budget for all, in the recorded order.
func TestLimitsForAllMembers(t *testing.T) {
	guests := func(seqs ...int64) []loyalty.Guest {
		var out []loyalty.Guest
		for i, seq := range seqs {
			f := at("a", "2026-01-01", "2026-01-02", "10")
			f.Seq = seq
			g := guest(f)
			g.ID = fmt.Sprint("m", i)
			out = append(out, g)
		}
		return out
	}
	tests := []struct {
		name, rule string
		seqs       []int64
		want, why  string
	}{
		{"the first two", `"firstMembers":2`, []int64{3, 1, 2}, "0 7 7", "first-members unset unset"},
		{"by date and member where nothing was recorded", `"firstMembers":2`, []int64{0, 0, 0}, "7 7 0", "unset unset first-members"},
		{"a budget", `"budget":16`, []int64{3, 1, 2}, "2 7 7", "budget unset unset"},
		{"both", `"budget":9,"firstMembers":2`, []int64{3, 1, 2}, "0 7 2", "first-members unset budget"},
	}
	for _, test := range tests {
		e := inn(t, tenPerEuro+`,"campaigns":[{"id":"c",`+test.rule+`,"reward":{"kind":"fixed","points":7}}]`)
		out, err := e.EarnAll(guests(test.seqs...), loyalty.Earning{}, 2)
		if err != nil {
			t.Fatal(err)
		}
		var got, why []string
		for _, o := range out {
			c := o.Credits[1]
			got, why = append(got, fmt.Sprint(c.Points)), append(why, c.Why.String())
			if c.Rounded != 7 || c.Cut != 7-c.Points || o.Redeemable != 100+c.Points {
				t.Errorf("%s: %+v", test.name, c)
			}
		}
		if strings.Join(got, " ") != test.want || strings.Join(why, " ") != test.why {
			t.Errorf("%s: got %v, %v", test.name, got, why)
		}
	}
}

func TestCapOfAStay(t *testing.T) {
	e := inn(t, `"earn":{"rates":[{"id":"food","points":2,"departments":["food-beverage"]},{"id":"rooms","points":1}],"cap":120,"bonus":[{"tier":"guest","rate":0.5}]}`)
	f := at("a", "2026-01-01", "2026-01-02", "100")
	f.Revenue = hotelcrm.Revenue{Rooms: dec("100"), FoodBeverage: dec("50")}
	out := earned(t, e, guest(f))
	if got := text(out); got != "base food 100; base rooms 20; bonus guest 60; " {
		t.Error(got)
	}
	if c := out.Credits[1]; c.Rounded != 100 || c.Cut != 80 || c.Why != loyalty.ByCap || c.Qualifying != 20 {
		t.Errorf("%+v", c)
	}
}

func TestErrorsOfABatchNameTheGuests(t *testing.T) {
	good, bad := guest(at("a", "2026-01-01", "2026-01-02", "10")), guest(at("a", "2026-01-02", "2026-01-01", "10"))
	bad.ID = "late"
	out, err := inn(t, tenPerEuro).EarnAll([]loyalty.Guest{good, bad}, loyalty.Earning{}, 3)
	if out != nil || err == nil || !strings.Contains(err.Error(), `guest 2, "late"`) {
		t.Errorf("got %v, %v", out, err)
	}
}
