package main

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// The columns of guests.csv that hold classes.
const (
	planCell = 26 + iota
	stageCell
	gradeCell
)

// The sizes and sums of each class are those of guests.csv, to the cent.
func checkClasses(t *testing.T, out outcome) {
	t.Helper()
	guests, c := out.guests(t), out.summary(t).Classes
	checkClassTable(t, guests, &c.Plan, planCell)
	if c.LifeCycle != nil {
		checkClassTable(t, guests, c.LifeCycle, stageCell)
	}
	for _, g := range c.ABC.Groups {
		of := in(guests, gradeCell, g.Class.String())
		if revenue, n := sumOf(t, of, 5); n != g.Guests || prose.Money(revenue, 2) != g.Revenue {
			t.Errorf("%s: guests.csv has %d with %s, summary.json %+v", g.Class, n, revenue, g)
		}
	}
	gaps, none := 0, len(in(guests, planCell, c.Plan.Classes[len(c.Plan.Classes)-1].ID))
	for _, gap := range c.Lint.Gaps {
		gaps += gap.Guests
	}
	if c.Lint.Complete && c.Plan.Mode == segment.Exclusive && gaps != none {
		t.Errorf("%d guests in gaps, %d in no class", gaps, none)
	}
}

func in(guests map[string][]string, cell int, class string) map[string][]string {
	out := map[string][]string{}
	for guest, row := range guests {
		if slices.Contains(strings.Split(row[cell], ";"), class) {
			out[guest] = row
		}
	}
	return out
}

func checkClassTable(t *testing.T, guests map[string][]string, table *record.ClassTable, cell int) {
	t.Helper()
	all := 0
	for _, class := range table.Classes {
		of := in(guests, cell, class.ID)
		revenue, n := sumOf(t, of, 5)
		historic, _ := sumOf(t, of, historicCell)
		current, known := sumOf(t, of, currentCell)
		got := fmt.Sprint(n, prose.Money(revenue, 2), prose.Money(historic, 2), prose.Money(current, 2), known)
		if want := fmt.Sprint(class.Guests, class.Revenue, class.Historic, class.Current, class.CurrentKnown); got != want {
			t.Errorf("%s: guests.csv has %s, summary.json %s", class.ID, got, want)
		}
		all += n
	}
	if table.Mode == segment.Exclusive && all != len(guests) {
		t.Errorf("%s: %d guests in classes, %d in all", table.ID, all, len(guests))
	}
	if m := table.Movement; m != nil {
		var now int64
		for k, n := range m.Entered {
			now += n
			for _, row := range m.Counts {
				now += row[k]
			}
			if now != int64(table.Classes[k].Guests) {
				t.Errorf("%s: %d guests moved to %s, %d are there", table.ID, now, table.Classes[k].ID, table.Classes[k].Guests)
			}
			now = 0
		}
	}
}

// The table of guest classes, read again from visits and revenue.
func tableClass(visits int, revenue decimal.Decimal) string {
	low, high := decimal.NewFromInt(20_000), decimal.NewFromInt(100_000)
	switch {
	case visits == 1:
		return "new_guest"
	case visits >= 2 && visits <= 4 && revenue.LessThan(low):
		return "ordinary_guest"
	case visits >= 5 && revenue.GreaterThanOrEqual(low) && revenue.LessThanOrEqual(high):
		return "ordinary_business_guest"
	}
	return "unclassed"
}

func TestClassesOfTheSimulatedHotel(t *testing.T) {
	out := simulated(t)
	checkClasses(t, out)
	wrong := 0
	for _, row := range out.guests(t) {
		visits, _ := strconv.Atoi(row[3])
		if want := tableClass(visits, decimal.RequireFromString(row[5])); row[planCell] != want {
			wrong++
		}
	}
	if wrong > 0 {
		t.Errorf("%d guests are in the wrong class", wrong)
	}
	c := out.summary(t).Classes
	if len(c.NotTold) != 1 || c.NotTold[0].ID != "vip_member" || c.NotTold[0].LabelZH == "" {
		t.Errorf("not told: %+v", c.NotTold)
	}
	for _, table := range []*record.ClassTable{&c.Plan, c.LifeCycle} {
		for _, class := range table.Classes {
			if class.LabelZH == "" || class.Action == "" {
				t.Errorf("%+v lacks a Chinese label or what to do", class)
			}
		}
	}
}

// A guest is A while those who brought more have less than 80 % of all positive revenue, and B below 95 %.
func TestGradesOfTheSimulatedHotel(t *testing.T) {
	var rows [][]string
	total := new(decimal.Decimal)
	for _, row := range simulated(t).guests(t) {
		rows = append(rows, row)
		if d := decimal.RequireFromString(row[5]); d.IsPositive() {
			*total = total.Add(d)
		}
	}
	amount := func(i int) decimal.Decimal { return decimal.RequireFromString(rows[i][5]) }
	sort.Slice(rows, func(i, j int) bool { return amount(i).GreaterThan(amount(j)) })
	var before, reached decimal.Decimal
	for i, row := range rows {
		if i == 0 || !amount(i).Equal(amount(i-1)) {
			before = reached
		}
		reached = reached.Add(amount(i))
		want := "C"
		switch share := before.Mul(decimal.NewFromInt(100)); {
		case !amount(i).IsPositive():
		case share.LessThan(total.Mul(decimal.NewFromInt(80))):
			want = "A"
		case share.LessThan(total.Mul(decimal.NewFromInt(95))):
			want = "B"
		}
		if row[gradeCell] != want {
			t.Fatalf("%v is %s, want %s", row[:6], row[gradeCell], want)
		}
	}
}

// history is when a guest of the simulated hotel came and what each stay brought, from the stays themselves.
type history struct {
	arrivals, departures []hotelcrm.Date
	revenue              []decimal.Decimal
}

func histories(t *testing.T) map[string]*history {
	t.Helper()
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Form: hotelcrm.AllVisits, Policy: hotelcrm.Policy{Visit: hotelcrm.ByArrival}})
	if err != nil {
		t.Fatal(err)
	}
	var last hotelcrm.Date
	for _, stay := range sim.Run(sim.Config{}).Stays {
		if register.Add(stay) == nil && stay.Status == hotelcrm.Departed { // wrong rows are left out, as in the command
			last = max(last, stay.Departure)
		}
	}
	visits, err := register.Visits(last.AddDays(1), hotelcrm.Window{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*history{}
	for _, v := range visits.All() {
		h := out[v.Guest]
		if h == nil {
			h = &history{}
			out[v.Guest] = h
		}
		h.arrivals, h.departures, h.revenue = append(h.arrivals, v.Arrival), append(h.departures, v.Departure), append(h.revenue, v.Revenue)
	}
	return out
}

// class returns the guest's class on a day, empty before the first visit.
func (h *history) class(on hotelcrm.Date) string {
	visits, sum := 0, decimal.Decimal{}
	for k, day := range h.arrivals {
		if day <= on {
			visits, sum = visits+1, sum.Add(h.revenue[k])
		}
	}
	if visits == 0 {
		return ""
	}
	return tableClass(visits, sum)
}

// stage is the life cycle in floating point, from the words of the page.
func (h *history) stage(on hotelcrm.Date) string {
	var days []hotelcrm.Date
	var left hotelcrm.Date
	lapsedBefore := false
	rhythm := func() float64 {
		if len(days) < 3 {
			return 180
		}
		var gaps []int
		for k := 1; k < len(days); k++ {
			gaps = append(gaps, days[k].DaysSince(days[k-1]))
		}
		slices.Sort(gaps)
		n := len(gaps)
		return max(30, float64(gaps[(n-1)/2]+gaps[n/2])/2)
	}
	away := func(day hotelcrm.Date) float64 {
		if len(days) == 0 || day <= left {
			return 0
		}
		return float64(day.DaysSince(days[len(days)-1]))
	}
	for k, day := range h.arrivals {
		if day > on {
			break
		}
		if n := len(days); n > 0 && day != days[n-1] {
			lapsedBefore = away(day.AddDays(-1)) > 3*rhythm()
		}
		if n := len(days); n == 0 || day != days[n-1] {
			days = append(days, day)
		}
		left = max(left, h.departures[k])
	}
	switch silence := away(on); {
	case len(days) == 0:
		return ""
	case silence > 3*rhythm():
		return "lapsed"
	case silence > 1.5*rhythm():
		return "at-risk"
	case lapsedBefore:
		return "won-back"
	case len(days) >= 5:
		return "loyal"
	case len(days) >= 2:
		return "growing"
	}
	return "new"
}

// Movement is counted again, guest by guest, from the visits: by the plan and by the stage of life.
func TestMovementOfTheSimulatedHotel(t *testing.T) {
	c, all := simulated(t).summary(t).Classes, histories(t)
	now, then := hotelcrm.DateOf(2026, 1, 1), hotelcrm.DateOf(2025, 1, 1)
	for _, test := range []struct {
		table *record.ClassTable
		class func(h *history, on hotelcrm.Date) string
	}{{&c.Plan, (*history).class}, {c.LifeCycle, (*history).stage}} {
		m, want := test.table.Movement, map[string]int64{}
		for _, h := range all {
			want[test.class(h, then)+" to "+test.class(h, now)]++
		}
		got := map[string]int64{}
		add := func(from, to string, n int64) {
			if n > 0 {
				got[from+" to "+to] += n
			}
		}
		for i, from := range test.table.Classes {
			for j, to := range test.table.Classes {
				add(from.ID, to.ID, m.Counts[i][j])
			}
			add("", from.ID, m.Entered[i])
			add(from.ID, "", m.Left[i])
		}
		if diff := cmp.Diff(want, got); diff != "" || m.From != then || m.To != now {
			t.Errorf("%s, %s to %s (-want +got):\n%s", test.table.ID, m.From, m.To, diff)
		}
		checkMovementFigures(t, test.table)
	}
}

// checkMovementFigures reckons the shares and the stability index again.
func checkMovementFigures(t *testing.T, table *record.ClassTable) {
	t.Helper()
	m := table.Movement
	var up, down, ranked float64
	var before, after []float64
	for i, from := range table.Classes {
		before, after = append(before, float64(m.Left[i])), append(after, float64(m.Entered[i]))
		for j, to := range table.Classes {
			n := float64(m.Counts[i][j])
			before[i] += n
			a, b := m.Ranks[from.ID], m.Ranks[to.ID]
			if a == 0 || b == 0 {
				continue
			}
			ranked += n
			switch {
			case b > a:
				up += n
			case b < a:
				down += n
			}
		}
		for k := range table.Classes {
			after[i] += float64(m.Counts[k][i])
		}
	}
	var sumBefore, sumAfter, index float64
	for k := range before {
		sumBefore, sumAfter = sumBefore+before[k], sumAfter+after[k]
	}
	for k := range before {
		e, a := before[k]/sumBefore, after[k]/sumAfter
		index += (a - e) * math.Log(a/e)
	}
	if math.Abs(m.Stability.Index-index) > 1e-9 || math.Abs(m.Shares.Up-up/ranked) > 1e-9 || math.Abs(m.Shares.Down-down/ranked) > 1e-9 || float64(m.Ranked) != ranked {
		t.Errorf("%s: index %v, want %v; shares %+v of %d, want up %v, down %v of %v", table.ID, m.Stability.Index, index, m.Shares, m.Ranked, up/ranked, down/ranked, ranked)
	}
}
