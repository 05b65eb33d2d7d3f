package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/bulk"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
	_ "modernc.org/sqlite"
)

// asBulk is the flags that read a table of package bulk.
var asBulk = []string{"-columns", "guest=guest_id,arrival=check_out,revenue=amount", "-visit", "stay"}

func bulkFile(t *testing.T, c bulk.Config) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "stays.csv")
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := bulk.Write(file, c); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// judged is the report's guests.csv in SQL: window functions for the scores, integers for the money. The current value is
// cents a day, over at least 365 days, times 365 · (1/1.1 + 1/1.1² + 1/1.1³) = 365 · 3310/1331, with halves to even.
const judged = `
with guests as (
	select guest, min(day) as first, max(day) as last, count(*) as visits, sum(cents) as cents, 1331 * max(365, cast(
		julianday((select max(day) from stays)) + 1 - julianday(min(day)) as integer)) as divisor from stays group by guest
), parts as (
	select *, cents * 365 * 3310 / divisor as whole, abs(cents * 365 * 3310 % divisor) as rest from guests
), worth as (
	select *, whole + case when 2 * rest > divisor or 2 * rest = divisor and whole % 2 <> 0 then sign(cents) else 0 end as ahead from parts
), scores as (
	select *,
		cast(julianday((select max(day) from stays)) + 1 - julianday(last) as integer) as recency,
		case when cents < 0 then '-' else '' end || (abs(cents) / 100) || '.' || substr('0' || (abs(cents) % 100), -2) as revenue,
		case when ahead < 0 then '-' else '' end || (abs(ahead) / 100) || '.' || substr('0' || (abs(ahead) % 100), -2) as current,
		ntile(5) over (order by last, guest) as r,
		ntile(5) over (order by visits, guest) as f,
		ntile(5) over (order by cents, guest) as m,
		coalesce(sum(cents) over (order by cents desc range between unbounded preceding and 1 preceding), 0) as before,
		(select sum(cents) from guests where cents > 0) as gross
	from worth
)
select concat_ws(',', guest, first, last, visits, 0, revenue, recency, visits, revenue, r, f, m, case
	when r >= 4 and f >= 4 and m >= 4 then 'champions'
	when r >= 4 and f >= 4 then 'regulars'
	when r >= 4 and f >= 2 and m >= 4 then 'rising'
	when r >= 4 and f >= 2 then 'returning'
	when r >= 4 and m >= 4 then 'new-premium'
	when r >= 4 then 'new'
	when r = 3 and f >= 4 then 'due-regulars'
	when r = 3 and f >= 2 then 'due'
	when r = 3 then 'fading'
	when f >= 2 and m >= 4 then 'win-back'
	when f >= 2 then 'lapsed'
	else 'gone' end, revenue, current) || ',,,,,,,,,,,,' || case
	when visits = 1 then 'new_guest'
	when visits between 2 and 4 and cents < 2000000 then 'ordinary_guest'
	when visits >= 5 and cents between 2000000 and 10000000 then 'ordinary_business_guest'
	else 'unclassed' end || ',,' || case
	when cents <= 0 then 'C'
	when 10 * before < 8 * gross then 'A'
	when 100 * before < 95 * gross then 'B'
	else 'C' end || ',,,,,,'
from scores`

// SQLite is the judge of the method ntile: each guest has the same line in both.
func TestNTileIsThatOfSQLite(t *testing.T) {
	file := bulkFile(t, bulk.Config{Stays: 100_000, Guests: 20_000, Seed: 3})
	out := done(t, append([]string{"-stays", file, "-method", "ntile"}, asBulk...)...)
	got := slices.Sorted(strings.Lines(string(out.file(t, record.GuestsName))))
	got = got[:len(got)-1] // the header: ids begin with a capital
	want := askSQLite(t, file)
	if len(got) != len(want) {
		t.Fatalf("%d guests, want %d", len(got), len(want))
	}
	wrong := 0
	for i := range want {
		if got[i] != want[i]+"\n" && wrong < 10 {
			t.Errorf("got %swant %s", got[i], want[i])
			wrong++
		}
	}
}

func askSQLite(t *testing.T, file string) []string {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // every connection has a memory of its own
	if _, err := db.Exec("create table stays (guest text, day text, cents integer)"); err != nil {
		t.Fatal(err)
	}
	insertAll(t, db, file)
	rows, err := db.Query(judged)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		out = append(out, line)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func insertAll(t *testing.T, db *sql.DB, file string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	insert, err := tx.Prepare("insert into stays values (?, ?, cast(replace(?, '.', '') as integer))")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(strings.TrimPrefix(string(content), bulk.Header)) {
		cells := strings.Split(strings.TrimSpace(line), ",")
		if _, err := insert.Exec(cells[0], cells[1], cells[2]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}
