package points_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

func TestCommandsOutOfRangeAreRefused(t *testing.T) {
	d := open(t, plain())
	earned := d.earn(day(3, 1), 100, stay("S1"))
	at := func() points.Header { return d.head(day(3, 2)) }
	one := []points.Credit{{Currency: "points", Points: 1}}
	tests := []struct {
		name    string
		command points.Command
		param   string // empty: a reason
		reason  points.Reason
	}{
		{"no id", points.Redeem{Header: points.Header{Date: day(3, 2), Recorded: 99}, Currency: "points", Points: 1}, "Header.ID", 0},
		{"no date", points.Redeem{Header: points.Header{ID: "x", Recorded: 99}, Currency: "points", Points: 1}, "Header.Date", 0},
		{"recorded before", points.Redeem{Header: points.Header{ID: "x", Date: day(3, 2)}, Currency: "points", Points: 1}, "", points.OutOfOrder},
		{"no credits", points.Earn{Header: at()}, "Earn.Credits", 0},
		{"no points", points.Earn{Header: at(), Credits: []points.Credit{{Currency: "points"}}}, "Earn.Credits[0].Points", 0},
		{"unknown currency", points.Earn{Header: at(), Credits: []points.Credit{{Currency: "miles", Points: 1}}}, "", points.UnknownCurrency},
		{"unknown origin", points.Earn{Header: at(), Credits: []points.Credit{{Currency: "points", Points: 1, Origin: 9}}}, "Earn.Credits[0].Origin", 0},
		{"an end and none", points.Earn{Header: at(), Credits: []points.Credit{{Currency: "points", Points: 1, Expires: day(12, 1), Forever: true}}}, "Earn.Credits[0].Forever", 0},
		{"impossible end", points.Earn{Header: at(), Credits: []points.Credit{{Currency: "points", Points: 1, Expires: -1}}}, "Earn.Credits[0].Expires", 0},
		{"end of what is not pending", points.Earn{Header: at(), Until: day(4, 1), Credits: one}, "Earn.Until", 0},
		{"pending until yesterday", points.Earn{Header: at(), Pending: true, Until: day(3, 1), Credits: one}, "Earn.Until", 0},
		{"hold until today", points.Hold{Header: at(), Currency: "points", Points: 1, Until: day(3, 2)}, "Hold.Until", 0},
		{"hold of too much", points.Hold{Header: at(), Currency: "points", Points: 101}, "", points.Insufficient},
		{"unknown hold", points.Capture{Header: at(), Hold: "none"}, "", points.NotFound},
		{"an earn is no hold", points.Release{Header: at(), Hold: earned}, "", points.NotFound},
		{"before the earn", points.Void{Header: d.head(day(2, 28)), Ref: earned}, "", points.Backdated},
		{"nothing to void", points.Void{Header: at(), Ref: "none"}, "", points.NotFound},
		{"adjust by nothing", points.Adjust{Header: at(), Currency: "points"}, "Adjust.Points", 0},
		{"adjust below zero", points.Adjust{Header: at(), Currency: "points", Points: -101}, "", points.Insufficient},
		{"adjust by the smallest number", points.Adjust{Header: at(), Currency: "points", Points: -1 << 63}, "Adjust.Points", 0},
		{"to itself", points.Transfer{Header: at(), Currency: "points", Points: 1, To: "G-1"}, "", points.SameAccount},
		{"counter given away", points.Transfer{Header: at(), Currency: "nights", Points: 1, To: "G-2"}, "", points.WrongKind},
		{"nothing to pool", points.Pool{Header: at(), Currency: "nights", To: "G-2"}, "", points.WrongKind},
		{"merged into itself", points.Merge{Header: at(), Into: "G-1"}, "", points.SameAccount},
		{"nothing lapsed", points.Reinstate{Header: at(), Currency: "points"}, "", points.Insufficient},
		{"reinstated dead", points.Reinstate{Header: at(), Currency: "points", Expires: day(3, 2)}, "Reinstate.Expires", 0},
		{"extended into the past", points.Extend{Header: at(), Currency: "points", Expires: day(3, 1)}, "Extend.Expires", 0},
		{"exempt until yesterday", points.Exempt{Header: at(), Until: day(3, 1)}, "Exempt.Until", 0},
		{"part of nothing", points.Receive{Header: at(), From: "G-2", Parts: []points.Part{{Terms: points.Terms{Currency: "points"}}}}, "Receive.Parts[0]", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := d.rules.Decide(d.account, test.command)
			if test.param == "" {
				if !errors.Is(err, test.reason) || !strings.Contains(err.Error(), test.reason.Error()) {
					t.Errorf("error %v, want %v", err, test.reason)
				}
				return
			}
			refusetest.Param(t, err, test.param)
		})
	}
	if _, err := d.rules.Decide(d.account, nil); err == nil {
		t.Error("no command is no command")
	}
}

func TestRulesOutOfRangeAreRefused(t *testing.T) {
	tests := []struct {
		param  string
		change func(*points.Rules)
	}{
		{"Rules.Currencies", func(r *points.Rules) { r.Currencies = nil }},
		{"Rules.Currencies[1].Name", func(r *points.Rules) { r.Currencies[1].Name = "points" }},
		{"Rules.Currencies[0].Kind", func(r *points.Rules) { r.Currencies[0].Kind = 0 }},
		{"Rules.Currencies[0].Burn", func(r *points.Rules) { r.Currencies[0].Burn = 9 }},
		{"Rules.Currencies[0].Clawback", func(r *points.Rules) { r.Currencies[0].Clawback = 9 }},
		{"Rules.Currencies[0].Life.Cut", func(r *points.Rules) { r.Currencies[0].Life.Cut = 9 }},
		{"Rules.Currencies[0].Life.YearEnds", func(r *points.Rules) { r.Currencies[0].Life.YearEnds = 1201 }},
		{"Rules.Currencies[0].Life.Months", func(r *points.Rules) { r.Currencies[0].Life.Months = -1 }},
		{"Rules.Currencies[0].Inactivity.Months", func(r *points.Rules) { r.Currencies[0].Inactivity.Months = 1201 }},
		{"Rules.Currencies[0].Inactivity.Acts", func(r *points.Rules) { r.Currencies[0].Inactivity.Acts = []points.EventKind{0} }},
		{"Rules.Currencies[0].Grace", func(r *points.Rules) { r.Currencies[0].Grace = -1 }},
		{"Rules.Currencies[1].Life", func(r *points.Rules) { r.Currencies[1].Life.Months = 12 }},
	}
	for _, test := range tests {
		t.Run(test.param, func(t *testing.T) {
			rules := plain()
			test.change(&rules)
			refusetest.Param(t, rules.Validate(), test.param)
			if _, err := rules.Decide(points.NewAccount("G-1"), points.Expire{Header: points.Header{Date: day(1, 1)}}); err == nil {
				t.Error("rules out of range decide")
			}
		})
	}
}

func TestEventsThatDoNotFitAreRefused(t *testing.T) {
	lot := points.Terms{Lot: 1, Currency: "points"}
	move := points.Move{Lot: 1, From: points.Issued, To: points.Free, Points: 5}
	good := points.Event{Seq: 1, Kind: points.EventEarn, Date: day(1, 1), Command: "a", Lots: []points.Terms{lot}, Moves: []points.Move{move}}
	tests := []struct {
		name   string
		change func(*points.Event)
	}{
		{"out of sequence", func(e *points.Event) { e.Seq = 2 }},
		{"no kind", func(e *points.Event) { e.Kind = 0 }},
		{"no date", func(e *points.Event) { e.Date = 0 }},
		{"lot out of turn", func(e *points.Event) { e.Lots = []points.Terms{{Lot: 2, Currency: "points"}} }},
		{"lot without a currency", func(e *points.Event) { e.Lots = []points.Terms{{Lot: 1}} }},
		{"no such lot", func(e *points.Event) {
			e.Moves = []points.Move{{Lot: 2, From: points.Issued, To: points.Free, Points: 1}}
		}},
		{"points from nowhere", func(e *points.Event) {
			e.Moves = []points.Move{{Lot: 1, From: points.Held, To: points.Free, Points: 1}}
		}},
		{"no points", func(e *points.Event) { e.Moves = []points.Move{{Lot: 1, From: points.Issued, To: points.Free}} }},
		{"more than was owed", func(e *points.Event) {
			e.Moves = []points.Move{move, {Lot: 1, From: points.Free, To: points.Owed, Points: 1}}
		}},
		{"end of nothing", func(e *points.Event) { e.Ends = []points.LotEnd{{Lot: 7}} }},
		{"unknown reference", func(e *points.Event) { e.Ref = "b" }},
	}
	if _, err := points.Apply(points.NewAccount("G-1"), good); err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := good
			test.change(&e)
			if _, err := points.Apply(points.NewAccount("G-1"), e); !errors.Is(err, points.ErrEvent) {
				t.Errorf("error %v, want ErrEvent", err)
			}
		})
	}
}
