package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
)

// FuzzActivity reads any file, and states every member of what can be read under a programme with most shapes of rule.
func FuzzActivity(f *testing.F) {
	data, err := example.ReadFile(exampleActivity)
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range []string{
		string(data), "kind,date\nenrolment,2026-01-01\n", "kind,date,to,room_revenue\nstay,2026-01-01,2026-01-03,-12.5\n",
		"member,kind,date,points,id,ref\na,bonus,2026-01-01,500,x,\na,redemption,2026-01-02,100,y,\na,void,2026-01-03,,z,y\n",
		"kind,date,to,tier,source\ngrant,2026-01-01,,gold,gift\n", "kind,date,nights,known\ncorrection,9999-12-31,-5,0001-01-01\n",
		"kind,date,events,food_beverage\nevent,2026-01-01,2,99.99\n", "kind,date\n\"enrolment,2026-01-01\n", "\ufeffkind,date\n",
	} {
		f.Add(text, "ihg-2022")
		f.Add(text, "wyndham-2020")
	}
	f.Fuzz(func(t *testing.T, text, programme string) {
		if len(text) > 4000 {
			return
		}
		records, err := readActivity(strings.NewReader(text), 2)
		checkErrors(t, err)
		e, fail := compiled(map[bool]string{true: "ihg-2022", false: "wyndham-2020"}[len(programme)%2 == 0])
		if err != nil || fail != nil {
			return
		}
		in := &input{file: "a.csv", engine: e, replay: e, records: records, guests: guests(records)}
		for i := range in.guests {
			in.place = i
			stated(t, in)
		}
	})
}

// checkErrors checks that wrong rows name their row, column and what is allowed.
func checkErrors(t *testing.T, err error) {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return
	}
	for _, one := range joined.Unwrap() {
		if row, ok := errors.AsType[*hotelcrm.RowError](one); ok && (row.Row < 1 || row.Field == "" || row.Err == nil) {
			t.Errorf("%+v", row)
		}
	}
}

// stated writes the statement on several days, and checks that it adds up.
func stated(t *testing.T, in *input) {
	if in.named() != nil {
		return
	}
	for _, day := range []hotelcrm.Date{hotelcrm.DateOf(2024, 2, 29), hotelcrm.DateOf(2026, 9, 30), hotelcrm.MaxDate} {
		in.asOf = day
		r, err := analyse(&options{}, in)
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for _, l := range r.Points.Lines {
			sum += l.Change
		}
		if sum != r.Points.Balance.Points {
			t.Errorf("lines add up to %d, the balance is %d", sum, r.Points.Balance.Points)
		}
		var b bytes.Buffer
		if err := printJSON(&b, r); err != nil || !json.Valid(b.Bytes()) {
			t.Fatalf("%v: %s", err, b.Bytes())
		}
		for _, p := range []lang.Printer{lang.English(words), lang.Chinese(words)} {
			s := newSheet(r, voice{p})
			if _, err := renderPage(s); err != nil || s.print(io.Discard) != nil {
				t.Fatal(err)
			}
		}
	}
}
