package main

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	"github.com/hotelcrm/hotelcrm/internal/sim"
	"github.com/shopspring/decimal"
)

// visitsOfSimulation returns the visits of the simulated hotel by guest, from the library alone.
func visitsOfSimulation(t *testing.T, asOf hotelcrm.Date) map[string][]hotelcrm.Visit {
	t.Helper()
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		t.Fatal(err)
	}
	for _, stay := range sim.Run(sim.Config{}).Stays {
		_ = register.Add(stay) // what is wrong is left out
	}
	all, err := register.Visits(asOf, hotelcrm.Window{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]hotelcrm.Visit{}
	for _, visit := range all.All() {
		out[visit.Guest] = append(out[visit.Guest], visit)
	}
	return out
}

// year is what a guest did in the 12 months to a day.
type year struct {
	nights, stays int
	spend         decimal.Decimal
}

func yearTo(list []hotelcrm.Visit, day hotelcrm.Date) (y year) {
	for _, v := range list {
		if v.Departure > day || v.Departure <= day.AddMonths(-12) {
			continue
		}
		y.spend = y.spend.Add(v.Revenue)
		if y.nights += v.Nights; v.Nights > 0 {
			y.stays++
		}
	}
	return y
}

// tier returns what a year is enough for.
func (y year) tier() int {
	switch {
	case y.nights >= 25 && y.spend.GreaterThanOrEqual(decimal.NewFromInt(4000)):
		return 3
	case y.nights >= 12 || y.stays >= 6:
		return 2
	case y.nights >= 5 || y.stays >= 3:
		return 1
	}
	return 0
}

// plainCells counts the three columns of a guest by the words of the programme of the simulated hotel.
func plainCells(list []hotelcrm.Visit, asOf hotelcrm.Date) []string {
	best, until := 0, hotelcrm.Date(0)
	for _, v := range list {
		end := v.Departure.AddMonths(12)
		if rank := yearTo(list, v.Departure).tier(); rank > 0 && end > asOf && (rank > best || rank == best && end > until) {
			best, until = rank, end
		}
	}
	for _, v := range list { // what was more than enough for the tier has earned it, too
		if end := v.Departure.AddMonths(12); best > 0 && yearTo(list, v.Departure).tier() >= best {
			until = max(until, end)
		}
	}
	now := yearTo(list, asOf)
	cells := []string{[]string{"member", "silver", "gold", "platinum"}[best], "", ""}
	if until != 0 {
		cells[1] = until.AddDays(-1).String()
	}
	if best < 2 || best == 2 && now.spend.GreaterThanOrEqual(decimal.NewFromInt(4000)) {
		cells[2] = strconv.Itoa(max(0, []int{5, 12, 25}[best]-now.nights))
	}
	return cells
}

func TestTiersAgainstAPlainCount(t *testing.T) {
	for _, day := range []string{"2026-01-01", "2024-02-29", "2023-07-15"} {
		asOf, err := hotelcrm.ParseDate(day)
		if err != nil {
			t.Fatal(err)
		}
		out := done(t, "-asof", day)
		visits, tiers, nights := visitsOfSimulation(t, asOf), map[string]int{}, map[string]int{}
		guests := out.guests(t)
		if len(guests) != len(visits) {
			t.Fatalf("%s: %d guests, want %d", day, len(guests), len(visits))
		}
		wrong := 0
		for guest, row := range guests {
			want := plainCells(visits[guest], asOf)
			tiers[want[0]]++
			nights[want[0]] += yearTo(visits[guest], asOf).nights
			if got := tierCells(row); !slices.Equal(got, want) && wrong < 5 {
				wrong++
				t.Errorf("%s, %s: %q, want %q", day, guest, got, want)
			}
		}
		for _, tier := range out.summary(t).Loyalty.Tiers {
			if tier.Members != tiers[tier.ID] || tier.Members == 0 || tier.Nights12M != int64(nights[tier.ID]) {
				t.Errorf("%s: %d members with %d nights are %s, want %d with %d", day, tier.Members, tier.Nights12M, tier.ID, tiers[tier.ID], nights[tier.ID])
			}
		}
	}
}

// The sums over the tiers are those of the report, and the counts of the page those of guests.csv.
func TestTiersAddUp(t *testing.T) {
	out := simulated(t)
	s := out.summary(t)
	l := s.Loyalty
	members, visits, nights, revenue, near, ending := 0, int64(0), int64(0), decimal.Zero, 0, 0
	for _, tier := range l.Tiers {
		members, visits, nights = members+tier.Members, visits+tier.Visits, nights+tier.Nights
		revenue = revenue.Add(decimal.RequireFromString(tier.Revenue))
		near, ending = near+tier.NearMembers, ending+tier.EndingMembers
	}
	if members != s.Input.Guests || visits != s.Totals.Visits || nights != *s.Totals.Nights || revenue.StringFixed(2) != s.Input.Revenue {
		t.Errorf("%d members, %d visits, %d nights, %s", members, visits, nights, revenue)
	}
	if ending != l.Ending.Members || l.Notices["status-ends"] != ending || l.Unplaced != 0 || len(l.Findings) != 0 {
		t.Errorf("%d ending, %+v", ending, l)
	}
	falls, steps := 0, make([]int, len(l.Near))
	for _, row := range out.guests(t) {
		tier, until, nights := row[tierCell], row[tierCell+1], row[tierCell+2]
		if tier != "member" && until < l.Ending.Through.String() {
			falls++
		}
		need := map[string]int{"member": 5, "silver": 12, "gold": 25}[tier]
		if n, err := strconv.Atoi(nights); err == nil && n > 0 && n <= 5 && need-n >= n {
			steps[slices.IndexFunc(l.Near, func(one record.Near) bool { return n <= one.To })]++
		}
	}
	for k, one := range l.Near {
		near -= one.Members
		if one.Members != steps[k] {
			t.Errorf("%d to %d nights: %d members, want %d", one.From, one.To, one.Members, steps[k])
		}
	}
	if falls != ending || near != 0 {
		t.Errorf("%d fall, want %d; near %d", ending, falls, near)
	}
	page := string(out.file(t, page.Name))
	for _, want := range []string{
		"4,080 of 20,954\u00a0members have a tier above Member", "446\u00a0members fall to a lower tier within 90\u00a0days, by 1\u00a0April\u00a02026",
		"25\u00a0nights and EUR\u00a04,000 in any 12\u00a0months; pays 85\u00a0% of the rate", "A visit without a night brings spend",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if want := "tiers: Platinum 264, Gold 1,107, Silver 2,709, Member 16,874; 2,517 near the next, 446 about to drop\n"; !strings.Contains(out.stdout, want) {
		t.Errorf("the table does not say %q:\n%s", want, out.stdout)
	}
}

// tierCell is the first of the three columns of tiers.
const tierCell = gradeCell + 1

func tierCells(row []string) []string { return row[tierCell : tierCell+3] }

func TestTierColumnsComeAfterTheClasses(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(simulated(t).file(t, record.GuestsName))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := tierCells(rows[0]); !slices.Equal(got, []string{"tier", "tier_until", "nights_to_next"}) {
		t.Errorf("got %q", got)
	}
}
