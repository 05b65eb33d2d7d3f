package loyalty_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// published is one case of a programme: the status of a member on a date.
type published struct {
	Name   string         `json:"name"`
	Member loyalty.Member `json:"member"`
	On     hotelcrm.Date  `json:"on"`
	Tier   string         `json:"tier"`
	Until  hotelcrm.Date  `json:"until,omitzero"`
}

// programmes returns the names of the programmes in testdata.
func programmes(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		if name := strings.TrimSuffix(filepath.Base(file), ".json"); !strings.HasSuffix(name, ".cases") {
			names = append(names, name)
		}
	}
	return names
}

// casesOf returns the cases of a programme, none if it has no file of them.
func casesOf(t testing.TB, name string) []published {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name+".cases.json"))
	if err != nil {
		return nil
	}
	var list []published
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(name, err)
	}
	return list
}

func TestPublishedProgrammes(t *testing.T) {
	names := programmes(t)
	if len(names) < 12 {
		t.Fatalf("%d programmes", len(names))
	}
	for _, name := range names {
		e := engineOf(t, name)
		if p := e.Programme(); p.Source == "" || p.Year == "" || p.ID != name && name != "hilton" {
			t.Errorf("%s: id %q, year %q, source %q", name, p.ID, p.Year, p.Source)
		}
		for _, c := range casesOf(t, name) {
			t.Run(name+"/"+c.Name, func(t *testing.T) {
				s, err := e.Status(&c.Member, loyalty.AsOf{On: c.On})
				if err != nil || s.Tier != c.Tier || s.Until != c.Until {
					t.Errorf("got %s until %s (%s), %v; want %s until %s", s.Tier, s.Until, s.Source, err, c.Tier, c.Until)
				}
			})
		}
	}
}
