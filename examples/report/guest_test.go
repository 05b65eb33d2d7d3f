package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guestpage"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

// The guests of the simulated hotel that README shows: an unhappy champion, a regular who stays away, one who came once.
const (
	champion = "G3843334"
	regular  = "G3209622"
	onetimer = "G0000514"
)

// sheet reads guest.json.
func (o outcome) sheet(t *testing.T) guest.Sheet {
	t.Helper()
	var s guest.Sheet
	if err := json.Unmarshal(o.file(t, guest.Name), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func text[T ~string](p *T) string {
	if p == nil {
		return ""
	}
	return string(*p)
}

// cellsOf returns the cells of guests.csv that a sheet stands for, by the names of the columns.
func cellsOf(s guest.Sheet) map[string]string {
	raw := func(v any) string {
		b, _ := json.Marshal(v)
		return strings.Trim(strings.ReplaceAll(string(b), "null", ""), `"`)
	}
	v, o := s.Value, s.Outlook
	out := map[string]string{
		"guest": s.Guest, "first": raw(s.History.First), "last": raw(s.History.Last), "visits": raw(s.History.Visits), "nights": raw(s.History.Nights),
		"revenue": s.History.Revenue, "recency": s.Scores[0].Value, "frequency": s.Scores[1].Value, "monetary": s.Scores[2].Value,
		"r": raw(s.Scores[0].Score), "f": raw(s.Scores[1].Score), "m": raw(s.Scores[2].Score), "historic": v.Historic, "current": text(v.Current),
		"incremental": text(v.Incremental), "clv": text(v.CLV), "class": s.Classes[0].Class, "abc": s.ABC.String(), "cell": raw(v.Class),
	}
	if s.Segment != nil {
		out["segment"] = s.Segment.ID
	}
	if s.LifeCycle != nil {
		out["lifecycle"] = s.LifeCycle.Stage.String()
	}
	if o != nil {
		out["p_alive"], out["expected_stays_1y"], out["expected_spend"] = text(o.Alive.Value), text(o.Stays.Value), text(o.Spend)
		out["no_stay_1y"], out["stays_low_1y"], out["stays_high_1y"] = text(o.Counts.None), raw(o.Counts.Low), raw(o.Counts.High)
		if r := o.Residual; r != nil {
			out["residual_value"], out["residual_parameter_low"], out["residual_parameter_high"] = text(r.Value), text(r.Low), text(r.High)
		}
	}
	if q := s.Survey; q != nil {
		out["satisfaction"], out["answered_share"] = text(q.Score), string(q.Answered)
	}
	if l := s.Loyalty; l != nil {
		out["tier"], out["tier_until"], out["nights_to_next"] = l.Tier, raw(l.TierUntil), raw(l.NightsToNext)
	}
	return out
}

// sameFigures compares a sheet with the guest's row of guests.csv and with summary.json, digit by digit.
func sameFigures(t *testing.T, all outcome, s guest.Sheet) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(all.file(t, record.GuestsName))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := rows[slices.IndexFunc(rows, func(row []string) bool { return row[0] == s.Guest })]
	got := cellsOf(s)
	for k, name := range rows[0] {
		want := row[k]
		if name == "cell" && want == "unset" {
			want = ""
		}
		if got[name] != want {
			t.Errorf("%s: guest.json has %q, guests.csv %q", name, got[name], want)
		}
	}
	sum := all.summary(t)
	if s.SHA256 != sum.Input.SHA256 || s.AsOf != sum.Input.AsOf || s.Guests != sum.Input.Guests || s.Currency != sum.Input.Currency {
		t.Errorf("guest.json is of other data: %s %s %d", s.SHA256, s.AsOf, s.Guests)
	}
	cuts := sum.RFM.Thresholds
	for k, one := range s.Scores {
		var list []string
		for _, cut := range [][]json.Number{cuts.Recency, cuts.Frequency}[min(k, 1)] {
			list = append(list, cut.String())
		}
		if k == 2 {
			continue // money is written with the digits of the currency there
		}
		if one.From != "" && !slices.Contains(list, one.From) || one.To != "" && !slices.Contains(list, one.To) {
			t.Errorf("%s: %s to %s is none of the thresholds %v", one.Axis, one.From, one.To, list)
		}
	}
	if q := s.Survey; q != nil && sum.Satisfaction != nil && text(q.House) != text(sum.Satisfaction.Index) {
		t.Errorf("index %s, in summary.json %s", text(q.House), text(sum.Satisfaction.Index))
	}
}

func TestGuestHasTheFiguresOfTheReport(t *testing.T) {
	all := simulated(t)
	for _, id := range []string{champion, regular, onetimer} {
		t.Run(id, func(t *testing.T) {
			out := done(t, "-guest", id)
			sameFigures(t, all, out.sheet(t))
			checkGuestPage(t, out)
			for _, name := range []string{page.Name, record.GuestsName, record.SummaryName} {
				if _, err := os.Stat(filepath.Join(out.dir, name)); err == nil {
					t.Errorf("%s was written too", name)
				}
			}
		})
	}
}

// Every kind of input and plan: a guest has the figures of the report there too.
func TestGuestOfOtherReports(t *testing.T) {
	stays := written(t, "stays.csv", "guest,arrival,revenue\n"+mixed("5"))
	guests := written(t, "guests.csv", "guest,last,visits,revenue\ng3,2024-01-01,2,10\nb,2024-01-09,1,5\n")
	for _, args := range []string{
		"-stays " + stays, "-stays " + stays + " -visit stay", "-stays " + stays + " -visit stay -asof 2026-01-01", "-guests " + guests,
		"-stays " + stays + " -bins 3", "-stays " + stays + " -method ntile", "-stays " + stays + " -method meansplit", "-stays " + stays + " -method type7plus1",
		"-stays " + stays + " -currency JPY", "-stays " + written(t, "one.csv", "guest,arrival,revenue\ng3,2024-01-01,-5\n"),
		"-stays " + written(t, "big.csv", "guest,arrival,revenue\ng3,2024-01-01,123456789012345678901234567890\ng3,2024-02-01,0.123456789\nb,2024-01-09,5\n"),
		"-stays " + written(t, "often.csv", "guest,arrival,revenue\ng3,2020-01-01,5\n"+strings.ReplaceAll(regulars(1, 400, 4, "5"), "g0", "g3")),
	} {
		t.Run(args, func(t *testing.T) {
			all := done(t, strings.Fields(args)...)
			out := done(t, append(strings.Fields(args), "-guest", "g3")...)
			sameFigures(t, all, out.sheet(t))
			checkGuestPage(t, out)
		})
	}
}

// checkGuestPage checks what holds for every page.
func checkGuestPage(t *testing.T, out outcome) {
	t.Helper()
	page := string(out.file(t, guestpage.Name))
	browsertest.Whole(t, page)
	if strings.Contains(out.stdout, "  ") || !strings.Contains(out.stdout, guestpage.Name) {
		t.Errorf("printed: %q", out.stdout)
	}
}

func TestGuestInChinese(t *testing.T) {
	out := done(t, "-lang", "zh", "-guest", champion)
	checkGuestPage(t, out)
	page := html.UnescapeString(string(out.file(t, guestpage.Name)))
	allowed := append(slices.Clone(names), champion, "EUR", "RESORT", "SHA-256", "SD", "ABC", "Pareto/NBD", guest.Name, out.sheet(t).SHA256)
	if found := langtest.English(page[strings.Index(page, "<body>"):], allowed...); len(found) > 0 {
		t.Errorf("not in Chinese: %q", found)
	}
}

var simulatedID = regexp.MustCompile(`G\d{7}`)

func TestUnknownGuests(t *testing.T) {
	for _, test := range []struct {
		id, want string
		code     int
	}{
		{"", "-guest needs a guest id", exitFlags},
		{"  ", "-guest needs a guest id", exitFlags},
		{"g-3843334", `one has it with other capitals, spaces or signs: "A9999999"`, exitFail},
		{"384", `the nearest allowed form is "A9999999"`, exitFail},
		{"G0000000", `though "A9999999" (9 any digit, A any capital letter, a any other letter) is right`, exitFail},
	} {
		out := command(t, "-guest", test.id)
		if out.code != test.code || !strings.Contains(out.stderr, test.want) || strings.Count(out.stderr, "\n") > 2 {
			t.Errorf("%q: exit %d, %s", test.id, out.code, out.stderr)
		}
		if found := simulatedID.FindString(out.stderr); found != "" {
			t.Errorf("%q: the message names %s", test.id, found)
		}
	}
}

// The id may stand as guests.csv shows it.
func TestGuestWithApostrophe(t *testing.T) {
	file := written(t, "stays.csv", "guest,arrival,revenue\n=1+1,2024-01-01,5\n")
	for _, id := range []string{"=1+1", "'=1+1"} {
		if s := done(t, "-stays", file, "-guest", id).sheet(t); s.Guest != "=1+1" {
			t.Errorf("%s is %s", id, s.Guest)
		}
	}
}
