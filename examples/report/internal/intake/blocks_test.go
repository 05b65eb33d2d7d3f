package intake

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
)

// single hides that a reader can be read in blocks.
type single struct{ *table.Reader }

// taken is what becomes of a table, block by block or row by row.
func taken(t *testing.T, text string, inBlocks bool, mapping table.Mapping, visit hotelcrm.VisitRule) string {
	t.Helper()
	order := &Order{Stays: "stays.csv", Mapping: mapping, Header: true, Separator: table.Comma, Layout: hotelcrm.ISODate, Currency: "EUR", Visit: visit}
	reader, err := table.NewReader(strings.NewReader(text), order.Separator)
	if err != nil {
		return err.Error()
	}
	in := newData("stays.csv")
	r := &rows{from: reader, in: in}
	columns, err := r.open(order, reader, StayFields)
	if err != nil {
		return err.Error()
	}
	if err := needed(order, StayFields, columns, r.first); err != nil {
		return err.Error()
	}
	r.cells = newCells(StayFields, columns, order.Layout)
	findCurrency(order, reader, columns)
	if !inBlocks {
		r.from = single{reader}
	}
	if err := readStays(order, r, in); err != nil {
		return err.Error()
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%d rows, %v\n%s\n%+v\n", in.Rows, in.Wrong, strings.Join(in.problems, "\n"), in.Summaries.Counts())
	for _, one := range in.Summaries.All() {
		fmt.Fprintln(&out, one)
	}
	return out.String()
}

func FuzzBlocksAndRows(f *testing.F) {
	wrong, err := os.ReadFile("testdata/stays.csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(wrong), true)
	f.Add("guest,arrival,revenue\na,2024-01-01,1\nb,2024-01-02,1.005\na, 2024-01-03 ,-1\n", true)
	f.Add("guest,departure,food,fees,role,use,rooms\na,2024-01-01,1,2,sharer,points,2\nb,2024-01-02,,7,Account,,\n", true)
	f.Add("guest,arrival,departure,booked,revenue\na,2024-01-01,2024-01-03,2023-12-31,1\na,2024-01-01,2024-01-03,2023-12-32,1\n", false)
	f.Add("guest,arrival,revenue\na,2024-01-01,123456789012345678901234567890.00\n", true)
	f.Add("guest,arrival,status,revenue\na,2024-01-01,in-house,1\nb,2024-01-05,departed,1\nc,2025-01-01,booked,4\n", true)
	f.Add("guest,arrival,currency,revenue\na,2024-01-01,EUR,1\nb,2024-01-05,,1\n", true)
	f.Add("g\x00u\x00", true) // UTF-16
	f.Fuzz(func(t *testing.T, text string, byStay bool) {
		visit := hotelcrm.ByArrival
		if byStay {
			visit = hotelcrm.ByStay
		}
		if diff := cmp.Diff(taken(t, text, false, nil, visit), taken(t, text, true, nil, visit)); diff != "" {
			t.Errorf("(-rows +blocks):\n%s", diff)
		}
	})
}

// Many blocks, some of them with a wrong row.
func TestBlocksAndRowsOfALargeFile(t *testing.T) {
	var b bytes.Buffer
	if err := bulk.Write(&b, bulk.Config{Stays: 100_000, Guests: 30_000, Seed: 5}); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(b.String(), "\n")
	lines[30_000] = "G1,2024-02-30,5\n"
	lines[30_001] = "\"G\n2\",2024-02-28,5.005\n"
	lines[60_000] = ",2024-02-28,5\n"
	lines[99_999] = "x\n"
	text := strings.Join(lines, "")
	mapping := table.Mapping{"guest": "guest_id", "arrival": "check_out", "revenue": "amount"}
	rows, blocks := taken(t, text, false, mapping, hotelcrm.ByStay), taken(t, text, true, mapping, hotelcrm.ByStay)
	if rows != blocks {
		t.Errorf("rows: %.500s\nblocks: %.500s", rows, blocks)
	}
	for _, want := range []string{"100000 rows, map[unreadable:2]", "stays.csv:30001: arrival", "stays.csv:100001: row", "missing-guest 1"} {
		if !strings.Contains(blocks, want) {
			t.Errorf("no %q in %.500s", want, blocks)
		}
	}
}
