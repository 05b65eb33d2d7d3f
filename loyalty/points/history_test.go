package points_test

import (
	"errors"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// history returns an account with up to 30 commands of every kind behind it, many dated back. Refused ones are part of
// the game, but every refusal must be one of the documented kind.
func history(t *rapid.T, change ...func(*points.Currency)) *desk {
	c := drawCurrency(t)
	c.Life.Months = rapid.SampledFrom([]int{0, 1, 2}).Draw(t, "life")
	for _, f := range change {
		f(&c)
	}
	d := open(t, points.Rules{Version: "1", Currencies: []points.Currency{
		c, {Name: "nights", Kind: points.Qualifying}, {Name: "upgrades", Kind: points.Voucher, Life: points.Life{Months: 3, Cut: points.MonthEnd}},
	}})
	for range rapid.IntRange(1, 30).Draw(t, "steps") {
		d.tryAny(t)
	}
	return d
}

// tryAny tries a random command and returns it.
func (d *desk) tryAny(t *rapid.T) points.Command {
	head := d.head(day(1, 1).AddDays(rapid.IntRange(0, 100).Draw(t, "day")))
	command := drawAny(t, d, head)
	_, err := d.try(command)
	if _, refused := errors.AsType[*points.RefusedError](err); err != nil && !refused {
		t.Fatalf("%T %+v: %v", command, command, err)
	}
	return command
}

func drawAny(t *rapid.T, d *desk, head points.Header) points.Command {
	var ids []string
	for _, e := range d.events {
		if e.Command != "" {
			ids = append(ids, e.Command)
		}
	}
	ref := rapid.SampledFrom(append([]string{"nothing"}, ids...)).Draw(t, "ref")
	n := rapid.Int64Range(1, 30).Draw(t, "points")
	later := head.Date.AddDays(rapid.IntRange(1, 60).Draw(t, "later"))
	currency := rapid.SampledFrom([]string{"points", "points", "points", "upgrades"}).Draw(t, "currency")
	switch rapid.IntRange(0, 19).Draw(t, "kind") {
	case 0, 1, 2:
		key := rapid.SampledFrom([]string{"", "S1", "S2"}).Draw(t, "stay")
		replaces := rapid.SampledFrom([]string{"", d.account.EarnOf(key)}).Draw(t, "replaces")
		return points.Earn{Header: head, Stay: key, Replaces: replaces, Credits: []points.Credit{
			{Currency: currency, Points: n, Origin: points.Origin(rapid.IntRange(0, 3).Draw(t, "origin"))}, {Currency: "nights", Points: n%7 + 1},
		}}
	case 3:
		return points.Earn{Header: head, Pending: true, Until: later, Credits: []points.Credit{{Currency: currency, Points: n}}}
	case 4:
		return points.Post{Header: head, Earn: ref}
	case 5:
		return points.Redeem{Header: head, Currency: currency, Points: n}
	case 6:
		return points.Hold{Header: head, Currency: currency, Points: n, Until: later}
	case 7:
		return points.Capture{Header: head, Hold: ref}
	case 8:
		return points.Release{Header: head, Hold: ref}
	case 9:
		return points.Transfer{Header: head, Currency: currency, Points: n, To: "G-2"}
	case 10:
		return points.Adjust{Header: head, Currency: currency, Points: n - 15 + n%2*30}
	case 11:
		return points.Reinstate{Header: head, Currency: currency, Points: n, Expires: later}
	case 12:
		return points.Extend{Header: head, Currency: currency, Expires: later}
	case 13:
		return points.Exempt{Header: head, Until: later}
	case 14:
		return points.Expire{Header: head}
	case 15:
		return points.Pool{Header: head, Currency: currency, To: "G-2"}
	}
	return points.Void{Header: head, Ref: ref}
}

func (d *desk) bytes() []byte {
	b, err := d.account.MarshalBinary()
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	return b
}

// each returns the balances of all currencies on a date by what the events say.
func (d *desk) each(events []points.Event, at points.AsOf) []points.Balance {
	d.t.Helper()
	var all []points.Balance
	for _, c := range d.rules.Currencies {
		b, err := points.BalanceAsOf(events, c.Name, at)
		if err != nil {
			for _, e := range d.events {
				d.t.Errorf("%d %v %v %s ref %s %+v ends %v deadlines %v", e.Seq, e.Kind, e.Date, e.Command, e.Ref, e.Moves, e.Ends, e.Deadlines)
			}
			d.t.Fatalf("as of %+v: %v", at, err)
		}
		all = append(all, b)
	}
	return all
}

// total returns what the lots of a currency hold in some buckets.
func total(a *points.Account, currency string, buckets ...points.Bucket) int64 {
	var sum int64
	for _, l := range a.Lots() {
		for _, b := range buckets {
			if l.Currency == currency {
				sum += l.In(b)
			}
		}
	}
	return sum
}

func equal(t *rapid.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func allDays(from hotelcrm.Date, days, step int) (list []hotelcrm.Date) {
	for i := 0; i < days; i += step {
		list = append(list, from.AddDays(i))
	}
	return list
}
