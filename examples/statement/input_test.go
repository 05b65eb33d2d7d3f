package main

import (
	"strings"
	"testing"
)

func TestWrongRowsAreNamed(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"kind", "kind,date\nstays,2026-01-01\n", `a.csv: row 1: kind "stays": want one of enrolment, stay, award, no-show, event, bonus`},
		{"no date", "kind,date,to\nstay,,2026-01-03\n", `row 1: date: a row of kind stay needs one`},
		{"date", "kind,date,to\nstay,2026-02-30,2026-03-03\n", `row 1: date "2026-02-30": want a day of the calendar such as 2026-03-31`},
		{"departure", "kind,date,to\nstay,2026-02-03,2026-02-01\n", `row 1: to "2026-02-01": want the departure, from 2026-02-03 to 36600 days later`},
		{"amount", "kind,date,to,room_revenue\nstay,2026-02-03,2026-02-04,12.345\n", `row 1: room_revenue "12.345": want an amount of at most 12 digits with at most 2 decimal places`},
		{"amount in words", "kind,date,to,room_revenue\nstay,2026-02-03,2026-02-04,\"1,200\"\n", `row 1: room_revenue "1,200": want an amount such as 129.50`},
		{"exponent", "kind,date,to,fees\nstay,2026-02-03,2026-02-04,1e9\n", `row 1: fees "1e9": want an amount such as 129.50`},
		{"points of a stay", "kind,date,to,points\nstay,2026-02-03,2026-02-04,500\n", `row 1: points "500": want nothing: a row of kind stay has no points`},
		{"points spent", "kind,date,points\nredemption,2026-02-03,-5\n", `row 1: points "-5": want a whole number from 1 to 1000000000000`},
		{"payer", "kind,date,to,payer\nstay,2026-02-03,2026-02-04,me\n", `row 1: payer "me": want guest, company, agent or other`},
		{"void of nothing", "kind,date,ref\nvoid,2026-02-03,x\n", `row 1: ref "x": want the id of a redemption of the same member`},
		{"id twice", "kind,date,id,points\nredemption,2026-02-03,x,5\nredemption,2026-02-04,x,5\n", `row 2: id "x": want an id that no other row of the member has`},
		{"nothing", "kind,date\nbonus,2026-02-03\n", `row 1: points: want nights, stays or points other than 0`},
		{"half a grant", "kind,date,tier\ngrant,2026-02-03,gold\n", `row 1: tier "gold": want a tier and a source, or a challenge`},
		{"end before begin", "kind,date,to,tier,source\ngrant,2026-02-03,2026-02-03,gold,gift\n", `row 1: to "2026-02-03": want a day after 2026-02-03`},
		{"unknown tier", "kind,date,tier,source\ngrant,2026-02-03,tin,gift\n", `row 1: tier "tin": want one of the programme: member, silver, gold, diamond, reserve`},
		{"unknown campaign", "kind,date,campaign\nregistration,2026-02-03,x\n", `row 1: campaign "x": want one of the programme: it has none`},
		{"cells", "kind,date\nenrolment,2026-02-03,more\n", `row 1: cells "3": want 2, as many as the header has`},
		{"two rows", "kind,date\nx,\nenrolment,2026\n", `row 2: date "2026"`},
		{"quotes", "kind,date\nenrolment,\"2026\n", "quote"},
		{"column", "kind,date,colour\n", `the header has a column "colour" that is not known; want some of member, kind`},
		{"no kind", "date\n2026-01-01\n", `the header has no column "kind"`},
		{"empty", "", "the file is empty"},
		{"no rows", "kind,date\n", "no rows below the header"},
		{"members", "member,kind,date\na,enrolment,2026-02-03\nb,enrolment,2026-02-03\n", `-member is needed: the file has 2 members, ["a" "b"]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			out := command("-programme", "hilton", "-activity", written(t, "a.csv", test.text))
			if out.code != exitFail || out.stdout != "" || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d, %s\nwant %s", out.code, out.stderr, test.want)
			}
		})
	}
}

func TestManyWrongRowsAreCut(t *testing.T) {
	out := command("-programme", "hilton", "-activity", written(t, "a.csv", "kind,date\n"+strings.Repeat("x,\n", 150)))
	if n := strings.Count(out.stderr, "\n"); n != maxErrors+1 || !strings.Contains(out.stderr, "and 50 more") {
		t.Errorf("%d lines: %s", n, out.stderr)
	}
}

func TestWrongFlags(t *testing.T) {
	for _, test := range []struct{ args, want string }{
		{"-asof 2026-13-01", `-asof "2026-13-01" is not allowed; want a date such as 2026-03-31`},
		{"-lang de", `-lang "de" is not allowed; want en or zh`},
		{"-programme hilton", "-programme needs -activity, or -lint"},
		{"-activity a.csv", "-activity needs -programme"},
		{"-lint -member x", "-lint looks at programmes alone"},
		{"hilton", `unexpected argument "hilton"`},
		{"-html=", "-html needs a value"},
		{"-nothing", "not defined"},
	} {
		out := command(strings.Fields(test.args)...)
		if out.code != exitFlags || !strings.Contains(out.stderr, test.want) {
			t.Errorf("%s: exit %d, %s", test.args, out.code, out.stderr)
		}
	}
	for _, test := range []struct{ args, want string }{
		{"-programme nowhere.json -activity a.csv", "built in are accor-2025"},
		{"-member x", `-member "x" is not in the file`},
		{"-replay accor-2025", "-replay accor-2025 has currency EUR; want USD, that of the activity"},
	} {
		out := command(strings.Fields(test.args)...)
		if out.code != exitFail || !strings.Contains(out.stderr, test.want) {
			t.Errorf("%s: exit %d, %s", test.args, out.code, out.stderr)
		}
	}
}

func TestWrongProgrammeIsNamed(t *testing.T) {
	file := written(t, "p.json", `{"format": 1, "id": "x", "currency": "USD", "versions": [{"id": "1", "tiers": [{"id": "a", "prom": 1}]}]}`)
	out := command("-programme", file, "-activity", written(t, "a.csv", "kind,date\nenrolment,2026-01-01\n"))
	if out.code != exitFail || !strings.Contains(out.stderr, "-programme: p.json: ") || !strings.Contains(out.stderr, "versions[0].tiers[0].prom") {
		t.Errorf("exit %d, %s", out.code, out.stderr)
	}
}
