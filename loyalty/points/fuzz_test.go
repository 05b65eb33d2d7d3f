package points_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"pgregory.net/rapid"
)

// FuzzCommands plays a history from the fuzzer's bytes and checks what must hold after any.
func FuzzCommands(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		d := history(t)
		for _, l := range d.account.Lots() {
			sum := int64(0)
			for b := points.Issued; b <= points.Waived; b++ {
				sum += l.In(b)
			}
			equal(t, "sum of a lot", int64(0), sum)
		}
		equal(t, "replay", d.bytes(), replay(d.rules, d.sent))
		for _, date := range allDays(day(1, 1), 120, 11) {
			d.each(d.events, points.AsOf{Date: date})
		}
	}))
}

// FuzzEvent checks that an event is read only from the bytes it is written as, and that folding it never panics.
func FuzzEvent(f *testing.F) {
	for _, e := range regular(f, 12) {
		b, _ := e.MarshalBinary()
		f.Add(b)
	}
	rules := plain()
	f.Fuzz(func(t *testing.T, data []byte) {
		var e points.Event
		if err := e.UnmarshalBinary(data); err != nil {
			if !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, hotelcrm.ErrVersion) {
				t.Fatalf("error %v", err)
			}
			return
		}
		if again, _ := e.MarshalBinary(); !bytes.Equal(again, data) {
			t.Fatalf("%x is read as %+v, which is written as %x", data, e, again)
		}
		a, err := points.Apply(points.NewAccount("G-1"), e)
		if err != nil {
			return
		}
		poke(rules, a, e.Command)
		_, _ = points.Explain("G-1", []points.Event{e}, "points", points.AsOf{Date: day(1, 1)})
		points.Entries(a, e)
		_, _ = points.Incoming(a, e)
	})
}

// poke sends commands to an account that may have come from hostile data: they may be refused, but never panic.
func poke(rules points.Rules, a *points.Account, ref string) {
	h := points.Header{ID: "poke", Date: hotelcrm.MaxDate, Recorded: 1<<63 - 1}
	for _, c := range []points.Command{
		points.Void{Header: h, Ref: ref},
		points.Capture{Header: h, Hold: ref},
		points.Release{Header: h, Hold: ref},
		points.Post{Header: h, Earn: ref},
		points.Redeem{Header: h, Currency: "points", Points: 1},
		points.Merge{Header: h, Into: "G-2"},
		points.Reinstate{Header: h, Currency: "points"},
		points.Expire{Header: h},
	} {
		decision, err := rules.Decide(a, c)
		if err == nil {
			_, _ = points.Fold(a, decision.Events)
		}
	}
	_, _ = a.Balance("points", hotelcrm.MaxDate)
	_, _ = a.Forecast("points", a.Clock(), hotelcrm.MaxDate)
}

// FuzzSnapshot repairs the checksum of the fuzzer's bytes, so that what lies behind it is reached.
func FuzzSnapshot(f *testing.F) {
	for _, n := range []int{0, 3, 12} {
		a, err := points.Fold(points.NewAccount("G-1"), regular(f, n))
		if err != nil {
			f.Fatal(err)
		}
		b, _ := a.MarshalBinary()
		f.Add(b[:len(b)-32])
	}
	rules := plain()
	f.Fuzz(func(t *testing.T, body []byte) {
		data := sealed(body)
		var a points.Account
		if err := a.UnmarshalBinary(data); err != nil {
			if !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, hotelcrm.ErrVersion) {
				t.Fatalf("error %v", err)
			}
			return
		}
		if again, _ := a.MarshalBinary(); !bytes.Equal(again, data) {
			t.Fatalf("%x is read, but written as %x", data, again)
		}
		for _, ref := range []string{"c0001", "c0002", "c0003"} {
			poke(rules, &a, ref)
		}
	})
}
