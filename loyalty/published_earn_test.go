package loyalty_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// publishedEarning is one case of a programme: what a guest's stays earn.
type publishedEarning struct {
	Name       string          `json:"name"`
	Guest      loyalty.Guest   `json:"guest"`
	Lines      []string        `json:"lines"` // kind, rule, points
	Redeemable int64           `json:"redeemable"`
	Qualifying int64           `json:"qualifying"`
	Nights     int32           `json:"nights"`
	Stays      int32           `json:"stays"`
	Spend      decimal.Decimal `json:"spend"`
	Left       string          `json:"left,omitempty"`
	Posted     hotelcrm.Date   `json:"posted,omitzero"`
}

func TestPublishedEarning(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.earn.cases.json"))
	if err != nil || len(files) < 10 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".earn.cases.json")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var list []publishedEarning
		if err := json.Unmarshal(text, &list); err != nil {
			t.Fatal(name, err)
		}
		e := engineOf(t, name)
		for _, c := range list {
			t.Run(name+"/"+c.Name, func(t *testing.T) { c.check(t, e) })
		}
	}
}

func (c publishedEarning) check(t *testing.T, e *loyalty.Engine) {
	got, err := e.Earn(&c.Guest, loyalty.Earning{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(c.Lines, lines(got), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.Redeemable != c.Redeemable || got.Qualifying != c.Qualifying {
		t.Errorf("got %d points, %d qualifying; want %d, %d", got.Redeemable, got.Qualifying, c.Redeemable, c.Qualifying)
	}
	var sum loyalty.Activity
	for _, a := range got.Activities {
		sum.Nights, sum.Stays, sum.Points, sum.Spend = sum.Nights+a.Nights, sum.Stays+a.Stays, sum.Points+a.Points, sum.Spend.Add(a.Spend)
	}
	if sum.Nights != c.Nights || sum.Stays != c.Stays || !sum.Spend.Equal(c.Spend) || sum.Points != c.Qualifying {
		t.Errorf("counts for the tier: got %+v", sum)
	}
	if c.Left != "" && got.Taken.String() != c.Left {
		t.Errorf("got %s, want %s", got.Taken, c.Left)
	}
	if c.Posted != 0 && got.Credits[0].Posted != c.Posted {
		t.Errorf("posted on %s, want %s", got.Credits[0].Posted, c.Posted)
	}
}

// lines returns kind, rule and points of each credit.
func lines(e loyalty.Earnings) []string {
	var out []string
	for _, c := range e.Credits {
		out = append(out, fmt.Sprint(c.Kind, " ", c.Rule, " ", c.Points))
	}
	return out
}
