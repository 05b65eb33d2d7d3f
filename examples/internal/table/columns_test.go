package table_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

var fields = []string{"guest", "arrival", "revenue"}

func TestNamed(t *testing.T) {
	for _, test := range []struct {
		name, header, mapping string
		want                  [3]int // of guest, arrival, revenue
		err                   string
	}{
		{"own names", "revenue,guest,more,arrival", "", [3]int{1, 3, 0}, ""},
		{"some are not there", "guest", "", [3]int{0, -1, -1}, ""},
		{"any case, padded", " Guest ,ARRIVAL,x", "", [3]int{0, 1, -1}, ""},
		{"exact before any case", "Guest,guest", "", [3]int{1, -1, -1}, ""},
		{"mapped", "customer,when,guest", "guest=customer,arrival=when", [3]int{0, 1, -1}, ""},
		{"mapped by number", "customer,when", "guest=2,arrival=1", [3]int{1, 0, -1}, ""},
		{"a name that looks like a number", "2,1", "guest=1", [3]int{1, -1, -1}, ""},
		{"one column for two fields", "x", "guest=x,arrival=x", [3]int{0, 0, -1}, ""},
		{"names that are right stand", "customer,arrival,revenue", "guest=customer", [3]int{0, 1, 2}, ""},
		{"a column that is given away", "guest,arrival,revenue", "guest=arrival", [3]int{1, -1, 2}, ""},
		{"given away in another case, and by number", "Arrival,REVENUE,x", "guest=arrival,arrival=2", [3]int{0, 1, -1}, ""},
		{"left out", "guest,arrival,revenue", "revenue=-", [3]int{0, 1, -1}, ""},
		{"not there", "a,b", "guest=c", [3]int{}, `guest: the header has no column "c"; it has "a", "b"`},
		{"number beyond", "a,b", "guest=3", [3]int{}, `no column "3"`},
		{"twice", "a,a", "guest=a", [3]int{}, `the header has "a" twice`},
	} {
		t.Run(test.name, func(t *testing.T) {
			m, err := table.ParseMapping(test.mapping, fields)
			if err != nil {
				t.Fatal(err)
			}
			c, err := table.Named(strings.Split(test.header, ","), m, fields)
			check(t, c, err, test.want, test.err)
		})
	}
}

func TestNumbered(t *testing.T) {
	for _, test := range []struct {
		mapping string
		want    [3]int
		err     string
	}{
		{"guest=1,revenue=3", [3]int{0, -1, 2}, ""},
		{"guest=1,revenue=-", [3]int{0, -1, -1}, ""},
		{"guest=4", [3]int{}, "want a number from 1 to 3"},
		{"guest=0", [3]int{}, "want a number from 1 to 3"},
		{"guest=name", [3]int{}, "want a number from 1 to 3"},
	} {
		m, err := table.ParseMapping(test.mapping, fields)
		if err != nil {
			t.Fatal(err)
		}
		c, err := table.Numbered(3, m, fields)
		check(t, c, err, test.want, test.err)
	}
}

func check(t *testing.T, c table.Columns, err error, want [3]int, text string) {
	t.Helper()
	if text != "" {
		if err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("error %v, want %s", err, text)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	for i, field := range fields {
		if c.At(field) != want[i] || c.Has(field) != (want[i] >= 0) {
			t.Errorf("%s is cell %d, want %d", field, c.At(field), want[i])
		}
	}
}

func TestParseMappingRefuses(t *testing.T) {
	for _, text := range []string{"guest", "guest=", "=1", "who=1", "guest=1,guest=2", "guest=1,"} {
		if m, err := table.ParseMapping(text, fields); err == nil {
			t.Errorf("%q is read as %v", text, m)
		}
	}
}
