package loyalty_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	gocmp "github.com/google/go-cmp/cmp"
)

// drawEngine returns an engine with earning rules of any kind.
func drawEngine(t *rapid.T) *loyalty.Engine {
	pick := func(name string, texts ...string) string { return rapid.SampledFrom(texts).Draw(t, name) }
	stays := `"stays":{` + pick("apart", `"apart":true`, `"apart":false`) + pick("points", ``, `,"roomsForPoints":1`, `,"roomsForPoints":3`) +
		pick("tier", ``, `,"roomsForTier":2`) + pick("day use", ``, `,"dayUse":"stay"`, `,"dayUse":"none"`) + `}`
	earn := `"earn":{"rates":[{"id":"food","points":3,"per":7,"departments":["food-beverage"]` + pick("end", ``, `,"upTo":150`) + pick("whole", ``, `,"whole":true`) +
		`},{"id":"base","points":2.5}]` + pick("rounding", ``, `,"rounding":"half-up"`, `,"rounding":"half-even"`, `,"rounding":"up"`) +
		pick("point", ``, `,"roundAt":"folio"`) + pick("bonus", ``, `,"bonus":[{"tier":"friend","rate":0.37}]`) + pick("moment", ``, `,"tierAt":"check-in"`) +
		pick("floor", ``, `,"floor":200`) + pick("cap", ``, `,"cap":700`) + `}`
	campaigns := `"campaigns":[{"id":"a","budget":` + pick("budget", "50", "1000") + `,"group":"g","order":1,"minNights":2,"reward":{"kind":"multiplier","times":1.3}},` +
		`{"id":"b","group":"g","order":2,"cap":90,"reward":{"kind":"every","metric":"nights","every":3,"points":40}},` +
		`{"id":"c","firstMembers":2,"budget":300,"reward":{"kind":"steps","metric":"brands","steps":[{"at":2,"points":75}]}}]`
	p, err := loyalty.ParseProgramme([]byte(`{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"},` +
		`{"id":"friend","promote":{"metric":"nights","atLeast":5}}],` + stays + `,` + earn + `,` + campaigns + `}]}`))
	if err != nil {
		t.Fatal(err)
	}
	e, err := loyalty.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func drawFolio(t *rapid.T, number int) loyalty.Folio {
	from := day("2026-01-01").AddDays(rapid.IntRange(0, 30).Draw(t, "arrival"))
	f := loyalty.Folio{Stay: hotelcrm.Stay{
		ID: fmt.Sprint("s", number), Property: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "hotel"), Status: hotelcrm.Departed,
		Arrival: from, Departure: from.AddDays(rapid.IntRange(0, 6).Draw(t, "nights")), Rooms: rapid.IntRange(0, 3).Draw(t, "rooms"),
	}, Seq: int64(rapid.IntRange(0, 9).Draw(t, "seq"))}
	f.Brand = "brand of " + f.Property
	for range rapid.IntRange(1, 4).Draw(t, "charges") {
		d := rapid.SampledFrom([]hotelcrm.Department{hotelcrm.Rooms, hotelcrm.FoodBeverage, hotelcrm.Fees}).Draw(t, "department")
		f.Charges = append(f.Charges, loyalty.Charge{Department: d, Amount: decimal.New(rapid.Int64Range(-2000, 40_000).Draw(t, "amount"), -2)})
	}
	return f
}

func drawGuests(t *rapid.T) []loyalty.Guest {
	var out []loyalty.Guest
	for i := range rapid.IntRange(1, 4).Draw(t, "guests") {
		g := loyalty.Guest{Member: loyalty.Member{ID: fmt.Sprint("m", i)}}
		for k := range rapid.IntRange(0, 6).Draw(t, "folios") {
			g.Folios = append(g.Folios, drawFolio(t, 10*i+k))
		}
		out = append(out, g)
	}
	return out
}

func jsonOf(t interface{ Fatal(...any) }, v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEarningIsAPureFunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, guests := drawEngine(t), drawGuests(t)
		first, err := e.EarnAll(guests, loyalty.Earning{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		want := jsonOf(t, first)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 1))
		for i := range guests {
			list := guests[i].Folios
			random.Shuffle(len(list), func(a, b int) { list[a], list[b] = list[b], list[a] })
			for k := range list {
				lines := list[k].Charges
				random.Shuffle(len(lines), func(a, b int) { lines[a], lines[b] = lines[b], lines[a] })
			}
		}
		again, err := e.EarnAll(guests, loyalty.Earning{}, 3)
		if diff := gocmp.Diff(want, jsonOf(t, again)); diff != "" || err != nil {
			t.Fatalf("%v, in another order (-want +got):\n%s", err, diff)
		}
	})
}

func TestSplittingChargesChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, guests := drawEngine(t), drawGuests(t)
		first, err := e.EarnAll(guests, loyalty.Earning{}, 1)
		if err != nil {
			t.Fatal(err)
		}
		for i := range guests {
			for k := range guests[i].Folios {
				f := &guests[i].Folios[k]
				part := decimal.New(rapid.Int64Range(-5000, 5000).Draw(t, "part"), -2)
				f.Charges = append(f.Charges, loyalty.Charge{Department: f.Charges[0].Department, Amount: part})
				f.Charges[0].Amount = f.Charges[0].Amount.Sub(part)
			}
		}
		split, err := e.EarnAll(guests, loyalty.Earning{}, 1)
		if diff := gocmp.Diff(jsonOf(t, first), jsonOf(t, split)); diff != "" || err != nil {
			t.Fatalf("%v (-want +got):\n%s", err, diff)
		}
	})
}

func TestMoreSpendNeverEarnsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, g := drawEngine(t), guest()
		for k := range rapid.IntRange(1, 4).Draw(t, "folios") {
			g.Folios = append(g.Folios, drawFolio(t, k))
		}
		before, err := e.Earn(&g, loyalty.Earning{})
		if err != nil {
			t.Fatal(err)
		}
		f := &g.Folios[rapid.IntRange(0, len(g.Folios)-1).Draw(t, "folio")]
		f.Charges[0].Amount = f.Charges[0].Amount.Add(decimal.New(rapid.Int64Range(0, 9000).Draw(t, "more"), -2))
		after, err := e.Earn(&g, loyalty.Earning{})
		if err != nil || after.Qualifying < before.Qualifying {
			t.Fatalf("%d base points, with more spend %d, %v", before.Qualifying, after.Qualifying, err)
		}
	})
}

func TestLimitsAreNeverPassed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, guests := drawEngine(t), drawGuests(t)
		out, err := e.EarnAll(guests, loyalty.Earning{}, 2)
		if err != nil {
			t.Fatal(err)
		}
		sums, paid := map[string]int64{}, map[int]bool{}
		for i, o := range out {
			own, redeemable, qualifying := map[string]int64{}, int64(0), int64(0)
			for _, c := range o.Credits {
				sums[c.Rule] += c.Points
				own[c.Rule] += c.Points
				redeemable, qualifying = redeemable+c.Points, qualifying+c.Qualifying
				paid[i] = paid[i] || c.Rule == "c"
				if c.Points < 0 || c.Points != c.Rounded-c.Cut || c.Qualifying > c.Points || (c.Cut > 0) != (c.Why != 0) {
					t.Fatalf("%+v", c)
				}
			}
			if own["b"] > 90 || redeemable != o.Redeemable || qualifying != o.Qualifying || o.Taken.Rows != len(guests[i].Folios) {
				t.Fatalf("%+v", o)
			}
			left := o.Taken.Counted
			for _, n := range o.Taken.LeftOut() {
				left += n
			}
			if left != o.Taken.Rows {
				t.Fatal(o.Taken)
			}
		}
		budget := map[string]int64{}
		for _, v := range e.Programme().Versions {
			for _, c := range v.Campaigns {
				budget[c.ID] = c.Budget
			}
		}
		if sums["a"] > budget["a"] || sums["c"] > budget["c"] || sums["c"] > 2*75 {
			t.Fatalf("budgets %v: given %v", budget, sums)
		}
	})
}
