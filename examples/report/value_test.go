package main

import (
	"html"
	"math/big"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// The columns of guests.csv that hold values.
const (
	historicCell = 13 + iota
	currentCell
	incrementalCell
	lifetimeCell
	classCell
)

// sumOf adds up a column of guests.csv, and counts the cells that are not empty.
func sumOf(t *testing.T, guests map[string][]string, cell int) (sum decimal.Decimal, known int) {
	t.Helper()
	for _, row := range guests {
		if row[cell] == "" {
			continue
		}
		d, err := decimal.NewFromString(row[cell])
		if err != nil {
			t.Fatal(err)
		}
		sum, known = sum.Add(d), known+1
	}
	return sum, known
}

// Every figure of all guests is the sum of what guests.csv says of each, to the cent.
func checkValues(t *testing.T, out outcome) {
	t.Helper()
	guests, v := out.guests(t), out.summary(t).Valuation
	for name, cell := range map[string]int{"historic": historicCell, "current": currentCell, "incremental": incrementalCell, "lifetime": lifetimeCell} {
		sum, known := sumOf(t, guests, cell)
		if want := v.Values[name]; want.Guests != known || known > 0 && want.Sum != prose.Money(sum, 2) {
			t.Errorf("%s: %d guests with %s in guests.csv, %d with %s in summary.json", name, known, prose.Money(sum, 2), want.Guests, want.Sum)
		}
	}
	if v.Matrix != nil {
		checkCells(t, guests, v)
		return
	}
	sum, _ := sumOf(t, guests, currentCell)
	for _, bin := range v.Bins {
		sum = sum.Sub(decimal.RequireFromString(bin.Sum))
	}
	if !sum.IsZero() {
		t.Errorf("the distribution lacks %s", sum)
	}
}

// checkCells adds up each cell of the matrix from guests.csv.
func checkCells(t *testing.T, guests map[string][]string, v *record.Valuation) {
	t.Helper()
	all, classed := 0, 0
	for _, cell := range v.Matrix.Cells {
		of := map[string][]string{}
		for guest, row := range guests {
			if class, _ := classOf(cell); row[classCell] == class {
				of[guest] = row
			}
		}
		revenue, n := sumOf(t, of, 5)
		current, _ := sumOf(t, of, currentCell)
		if n != cell.Guests || prose.Money(revenue, 2) != cell.Revenue || prose.Money(current, 2) != cell.Current {
			t.Errorf("%s: guests.csv has %d, %s, %s; summary.json %+v", cell.Cell, n, revenue, current, cell)
		}
		if incremental, _ := sumOf(t, of, incrementalCell); cell.Incremental != nil && prose.Money(incremental, 2) != *cell.Incremental {
			t.Errorf("%s: incremental %s, want %s", cell.Cell, *cell.Incremental, incremental)
		}
		all += n
		if cell.Cell != 0 {
			classed += n
		}
	}
	if all != len(guests) || classed != v.Values["incremental"].Guests {
		t.Errorf("%d guests in cells and %d classed; there are %d, with %d known", all, classed, len(guests), v.Values["incremental"].Guests)
	}
}

// Class returns how guests.csv names the cell.
func classOf(c record.MatrixCell) (string, error) {
	text, err := c.Cell.MarshalText()
	return string(text), err
}

func TestValuesAddUp(t *testing.T) {
	checkValues(t, simulated(t))
	checkValues(t, done(t, strings.Fields(firstDay)...))
	for _, args := range []string{"", "-cost 0", "-cost 12345678.91 -rate 0.075 -years 5", "-rate 0 -years 1", "-asof 2024-06-30"} {
		t.Run(args, func(t *testing.T) { checkValues(t, small(t, strings.Fields(args)...)) })
	}
}

// The values of each guest of the simulated hotel, again from the other columns, with rational numbers.
func TestValuesAreThoseOfTheFormulas(t *testing.T) {
	out := done(t, "-cost", "6000000", "-rate", "0.07", "-years", "4")
	guests := out.guests(t)
	const n = 20954
	if len(guests) != n {
		t.Fatalf("%d guests", len(guests))
	}
	factor := new(big.Rat)
	for year, power := 1, big.NewRat(100, 107); year <= 4; year++ {
		factor.Add(factor, power)
		power = new(big.Rat).Mul(power, big.NewRat(100, 107))
	}
	asOf := hotelcrm.DateOf(2026, 1, 1)
	low, high, wrong := decimal.RequireFromString("286.34"), decimal.RequireFromString("286.35"), 0
	for guest, row := range guests {
		historic := decimal.RequireFromString(row[historicCell])
		if cost := decimal.RequireFromString(row[5]).Sub(historic); !cost.Equal(low) && !cost.Equal(high) {
			t.Fatalf("%s costs %s", guest, cost)
		}
		first, err := hotelcrm.ParseDate(row[1])
		if err != nil {
			t.Fatal(err)
		}
		value := new(big.Rat).Mul(historic.Rat(), factor)
		value.Mul(value, big.NewRat(365, int64(max(365, asOf.DaysSince(first)))))
		if off := value.Sub(value, decimal.RequireFromString(row[currentCell]).Rat()); off.Abs(off).Cmp(big.NewRat(1, 200)) > 0 {
			wrong++
		}
		if row[classCell] == "" {
			continue
		}
		sum := historic.Add(decimal.RequireFromString(row[currentCell])).Add(decimal.RequireFromString(row[incrementalCell]))
		if sum.StringFixed(2) != row[lifetimeCell] {
			t.Fatalf("%s: %v", guest, row[historicCell:])
		}
	}
	if wrong > 0 {
		t.Errorf("%d current values are off by more than half a cent", wrong)
	}
}

func TestWithoutProfilesTheValuesAreSpread(t *testing.T) {
	out := done(t, "-stays", written(t, "stays.csv", threeGuests))
	checkValues(t, out)
	v := out.summary(t).Valuation
	for _, code := range []hotelcrm.WarningCode{reckon.WarnNoCost, reckon.WarnNoProfiles} {
		if !hasWarning(out.summary(t), code) || !strings.Contains(strings.Join(codeTexts(v.Reasons), " "), string(code)) {
			t.Errorf("no %s in %v", code, v.Reasons)
		}
	}
	if v.Matrix != nil || v.Profiles != nil || v.Card != nil || v.Uplift != nil || v.Cost.Stated {
		t.Errorf("%+v", v)
	}
	page := string(out.file(t, page.Name))
	if strings.Contains(page, `id="matrix-caption"`) || !strings.Contains(page, `id="bins-caption"`) || !strings.Contains(page, "so revenue stands for profit") {
		t.Error("the page does not show the current values, or does not say that the cost is not stated")
	}
	for guest, row := range out.guests(t) {
		if row[historicCell] != row[5] || row[incrementalCell]+row[lifetimeCell]+row[classCell] != "" {
			t.Errorf("%s: %v", guest, row)
		}
	}
}

func codeTexts(codes []hotelcrm.WarningCode) (out []string) {
	for _, code := range codes {
		out = append(out, string(code))
	}
	return out
}

// A table of guests has values, but no visits; who has no first arrival has no pace.
func TestValuesOfATableOfGuests(t *testing.T) {
	file := written(t, "guests.csv", "guest,first,last,visits,revenue\na,2023-01-01,2023-12-31,2,1000\nb,,2023-12-31,3,500\nc,2022-01-01,2023-06-01,1,-20\n")
	out := done(t, "-guests", file, "-profiles", written(t, "crm.csv", "guest,motive\na,business\nb,leisure\n"))
	checkValues(t, out)
	checkPage(t, out)
	s := out.summary(t)
	if !hasWarning(s, reckon.WarnNoVisits) || !hasWarning(s, valuation.WarnUnknownFirst) || s.Valuation.Returns != nil || s.Valuation.Equity != nil {
		t.Errorf("warnings %v", s.Warnings)
	}
	if !strings.Contains(string(out.file(t, page.Name)), "A table of guests does not hold their visits") {
		t.Error("the page does not say why nothing is known of visits")
	}
	guests := out.guests(t)
	if got := strings.Join(guests["a"][historicCell:historicCell+5], ","); got != "1000.00,2486.85,298.42,3785.27,high-value" {
		t.Errorf("a: %s", got)
	}
	if got := strings.Join(guests["b"][historicCell:historicCell+5], ","); got != "500.00,,,," {
		t.Errorf("b: %s", got)
	}
}

// Without any first arrival there is no current value at all.
func TestNoCurrentValues(t *testing.T) {
	out := done(t, "-guests", written(t, "guests.csv", "guest,last,visits,revenue\na,2023-12-31,2,1000\nb,2023-12-31,3,500\n"))
	checkPage(t, out)
	if s := out.summary(t); s.Valuation.Values["current"].Guests != 0 {
		t.Errorf("%+v", s.Valuation.Values)
	}
	if !strings.Contains(string(out.file(t, page.Name)), "so neither is their current value") {
		t.Error("the page does not say it")
	}
}

// A formula is written as people read it, not as programs do.
func TestFormulasAreWrittenForPeople(t *testing.T) {
	for lang, want := range map[string]string{"en": "Σ rᵗ ÷ (1 + d)ᵗ: the first sum", "zh": "Σ rᵗ ÷ (1 + d)ᵗ：前一个"} {
		text := html.UnescapeString(tags.ReplaceAllString(string(small(t, "-lang", lang).file(t, page.Name)), " "))
		if !strings.Contains(text, want) || strings.Contains(text, "^t") {
			t.Errorf("%s: no %q, or a formula of programs", lang, want)
		}
	}
}

func plus(a, b string) string {
	return decimal.RequireFromString(a).Add(decimal.RequireFromString(b)).StringFixed(2)
}
