package movement_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"pgregory.net/rapid"
)

// classed returns a snapshot of the plan "tiers" with the classes gold and silver.
func classed(revision int, asOf int, guests []string, codes []uint16, reasons ...string) movement.Snapshot {
	return movement.Snapshot{Plan: "tiers", Revision: revision, AsOf: day(asOf), Classes: []string{"gold", "silver"}, Guests: guests, Codes: codes, Reasons: reasons}
}

// threeSnapshots are those of January, April and July: ana rises, bo leaves and comes back, chen enters.
func threeSnapshots() []movement.Snapshot {
	return []movement.Snapshot{
		classed(1, 0, []string{"ana", "bo"}, []uint16{2, 1}, "2 stays", "6 stays"),
		classed(1, 90, []string{"ana", "bo", "chen"}, []uint16{1, 0, 2}, "5 stays", "no stay", "1 stay"),
		classed(2, 180, []string{"ana", "bo", "chen"}, []uint16{1, 1, 2}, "5 nights", "9 nights", "2 nights"),
	}
}

func recorded(t failer, snapshots ...movement.Snapshot) *movement.Log {
	t.Helper()
	log, err := movement.NewLog("tiers")
	if err != nil {
		t.Fatalf("log: %v", err)
	}
	for _, s := range snapshots {
		if _, err := log.Record(s); err != nil {
			t.Fatalf("record: %v", err)
		}
	}
	return log
}

func TestLogRemembersWhyAndByWhichRevision(t *testing.T) {
	log, err := movement.NewLog("tiers")
	if err != nil {
		t.Fatal(err)
	}
	wants := []movement.Recorded{{Entered: 2}, {Entered: 1, Moved: 1, Left: 1}, {Entered: 1, Renewed: 2}}
	for i, s := range threeSnapshots() {
		got, err := log.Record(s)
		if err != nil || got != wants[i] {
			t.Errorf("snapshot %d: want %+v, got %+v, %v", i, wants[i], got, err)
		}
	}
	want := []movement.Membership{
		{Guest: "ana", Class: "silver", Revision: 1, From: day(0), To: day(90), Reason: "2 stays"},
		{Guest: "ana", Class: "gold", Revision: 1, From: day(90), To: day(180), Reason: "5 stays"},
		{Guest: "ana", Class: "gold", Revision: 2, From: day(180), Reason: "5 nights"},
	}
	if diff := cmp.Diff(want, log.Of("ana")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if log.Len() != 7 || len(log.Of("nobody")) != 0 || log.Plan() != "tiers" || !slices.Equal(log.Days(), days(0, 90, 180)) {
		t.Errorf("got %d, %v, %s, %v", log.Len(), log.Of("nobody"), log.Plan(), log.Days())
	}
}

func TestLogAsOfADay(t *testing.T) {
	log := recorded(t, threeSnapshots()...)
	tests := []struct {
		guest string
		asOf  int
		class string
	}{
		{"ana", -1, ""},
		{"ana", 0, "silver"},
		{"ana", 89, "silver"},
		{"ana", 90, "gold"},
		{"ana", 5000, "gold"},
		{"bo", 89, "gold"},
		{"bo", 90, ""},
		{"bo", 179, ""},
		{"bo", 180, "gold"},
		{"chen", 89, ""},
		{"chen", 90, "silver"},
		{"dan", 90, ""},
	}
	for _, tt := range tests {
		got, ok := log.At(tt.guest, day(tt.asOf))
		if ok != (tt.class != "") || got.Class != tt.class {
			t.Errorf("%s on day %d: want %q, got %+v, %v", tt.guest, tt.asOf, tt.class, got, ok)
		}
	}
	if _, ok := log.On(day(-1)); ok {
		t.Error("before the first snapshot: want none")
	}
	april, ok := log.On(day(100))
	if !ok || april.Revision != 1 || april.AsOf != day(100) || !slices.Equal(april.Guests, []string{"ana", "chen"}) || !slices.Equal(april.Codes, []uint16{1, 2}) || april.Reasons[0] != "5 stays" {
		t.Errorf("got %+v, %v", april, ok)
	}
	for range log.All() {
		break // leaving early is allowed
	}
}

func TestLogRefusesWhatWouldRewriteIt(t *testing.T) {
	log := recorded(t, threeSnapshots()...)
	before, _ := json.Marshal(log)
	early := classed(2, 180, nil, nil)
	_, err := log.Record(early)
	refusetest.Param(t, err, "Snapshot.AsOf")
	other := classed(2, 200, nil, nil)
	other.Plan = "else"
	_, err = log.Record(other)
	refusetest.Param(t, err, "Snapshot.Plan")
	_, err = log.Record(classed(2, 200, []string{"bo", "ana"}, []uint16{1, 1}))
	refusetest.Row(t, err, 2, "guest")
	after, _ := json.Marshal(log)
	if !bytes.Equal(before, after) {
		t.Error("an error changed the log")
	}
	_, err = movement.NewLog("")
	refusetest.Param(t, err, "plan")
}

func TestSnapshotsAreChecked(t *testing.T) {
	good := threeSnapshots()[0]
	for param, change := range map[string]func(*movement.Snapshot){
		"Snapshot.Plan":       func(s *movement.Snapshot) { s.Plan = "" },
		"Snapshot.AsOf":       func(s *movement.Snapshot) { s.AsOf = 0 },
		"Snapshot.Classes":    func(s *movement.Snapshot) { s.Classes = nil },
		"Snapshot.Classes[1]": func(s *movement.Snapshot) { s.Classes = []string{"gold", "gold"} },
		"Snapshot.Codes":      func(s *movement.Snapshot) { s.Codes = nil },
		"Snapshot.Reasons":    func(s *movement.Snapshot) { s.Reasons = []string{"one"} },
	} {
		bad := good
		change(&bad)
		refusetest.Param(t, bad.Validate(), param)
	}
	refusetest.Row(t, classed(1, 0, []string{"ana"}, []uint16{3}).Validate(), 1, "code")
	refusetest.Row(t, classed(1, 0, []string{""}, []uint16{1}).Validate(), 1, "guest")
	if class, ok := good.Class("bo"); !ok || class != "gold" {
		t.Errorf("got %q, %v", class, ok)
	}
	if _, ok := good.Class("nobody"); ok {
		t.Error("want no class")
	}
}

func TestNewSnapshotSortsGuests(t *testing.T) {
	classes, guests := []string{"gold", "silver"}, []string{"chen", "ana", "bo"}
	got, err := movement.NewSnapshot("tiers", 1, day(0), classes, guests, []uint16{1, 2, 0}, []string{"c", "a", "b"})
	if err != nil || !slices.Equal(got.Guests, []string{"ana", "bo", "chen"}) || !slices.Equal(got.Codes, []uint16{2, 0, 1}) || !slices.Equal(got.Reasons, []string{"a", "b", "c"}) {
		t.Errorf("got %+v, %v", got, err)
	}
	if guests[0] != "chen" || !slices.Equal(got.Sizes(), []int64{1, 1}) {
		t.Errorf("got %v, %v", guests, got.Sizes())
	}
	_, err = movement.NewSnapshot("tiers", 1, day(0), classes, []string{"bo", "ana", "bo"}, []uint16{1, 1, 1}, nil)
	refusetest.Row(t, err, 3, "guest")
	_, err = movement.NewSnapshot("tiers", 1, day(0), classes, []string{"chen", "", "ana"}, []uint16{1, 1, 3}, nil)
	refusetest.Row(t, err, 2, "guest")
	_, err = movement.NewSnapshot("tiers", 1, day(0), classes, []string{"chen", "bo", "ana"}, []uint16{1, 3, 2}, nil)
	refusetest.Row(t, err, 2, "code")
	_, err = movement.NewSnapshot("tiers", 1, day(0), classes, []string{"chen", "bo", "ana"}, []uint16{1, 2, 3}, nil)
	refusetest.Row(t, err, 3, "code")
	_, err = movement.NewSnapshot("tiers", 1, day(0), classes, []string{"bo"}, nil, nil)
	refusetest.Param(t, err, "Snapshot.Codes")
}

func TestLogComesBackFromJSON(t *testing.T) {
	log := recorded(t, threeSnapshots()...)
	data, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	var back movement.Log
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(&back)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("%v\nwant %s\ngot  %s", err, data, again)
	}
	next := classed(2, 270, []string{"bo"}, []uint16{2})
	first, err := log.Record(next)
	second, err2 := back.Record(next)
	if err != nil || err2 != nil || first != second || first != (movement.Recorded{Moved: 1, Left: 2}) {
		t.Errorf("got %+v and %+v, %v, %v", first, second, err, err2)
	}
}

func TestForgedLogsAreRefused(t *testing.T) {
	const head = `{"version":1,"plan":"tiers","days":[{"asOf":"2025-01-01","revision":1,"classes":["gold"]},{"asOf":"2025-02-01","revision":1,"classes":["gold"]},{"asOf":"2025-03-01","revision":2,"classes":["gold"]}],"entries":[`
	for field, entries := range map[string]string{
		"guest":    `{"guest":"","class":"gold","revision":1,"from":"2025-01-01"}]}`,
		"from":     `{"guest":"a","class":"gold","revision":1,"from":"2025-01-02"}]}`,
		"to":       `{"guest":"a","class":"gold","revision":1,"from":"2025-02-01","to":"2025-01-01"}]}`,
		"revision": `{"guest":"a","class":"gold","revision":2,"from":"2025-01-01"}]}`,
		"class":    `{"guest":"a","class":"gold","revision":1,"from":"2025-01-01"}]}`, // open across the change of revision
	} {
		var log movement.Log
		refusetest.Row(t, json.Unmarshal([]byte(head+entries), &log), 1, field)
		if log.Plan() != "" {
			t.Errorf("%s: the log was changed", field)
		}
	}
	var same movement.Log
	refusetest.Row(t, json.Unmarshal([]byte(head+`{"guest":"a","class":"gold","revision":1,"from":"2025-01-01","to":"2025-01-01"}]}`), &same), 1, "to")
	twice := `{"guest":"a","class":"gold","revision":1,"from":"2025-01-01","to":"2025-03-01"},{"guest":"a","class":"gold","revision":1,"from":"2025-02-01","to":"2025-03-01"}]}`
	var log movement.Log
	refusetest.Row(t, json.Unmarshal([]byte(head+twice), &log), 2, "from")
	if err := json.Unmarshal([]byte(`{"version":9,"plan":"x"}`), &log); !errors.Is(err, hotelcrm.ErrVersion) {
		t.Errorf("got %v", err)
	}
	refusetest.Param(t, json.Unmarshal([]byte(`{"plan":"x"}`), &log), "version")
	refusetest.Param(t, json.Unmarshal([]byte(`{"version":1,"plan":""}`), &log), "plan")
	refusetest.Param(t, json.Unmarshal([]byte(`{"version":1,"plan":"p","days":[{"asOf":"2025-01-01","classes":["a"]},{"asOf":"2025-01-01","classes":["a"]}]}`), &log), "days[1].asOf")
	refusetest.Param(t, json.Unmarshal([]byte(`{"version":1,"plan":"p","days":[{"asOf":"2025-01-01","classes":[]}]}`), &log), "days[0].classes")
}

func FuzzLogJSON(f *testing.F) {
	data, _ := json.Marshal(recorded(f, threeSnapshots()...))
	f.Add(data)
	f.Add([]byte(`{"version":1,"plan":"p","days":null,"entries":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var log, back movement.Log
		if json.Unmarshal(data, &log) != nil {
			return
		}
		once, err := json.Marshal(&log)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(once, &back); err != nil {
			t.Fatalf("%v of %s", err, once)
		}
		twice, _ := json.Marshal(&back)
		if !bytes.Equal(once, twice) {
			t.Fatalf("want %s, got %s", once, twice)
		}
	})
}

// drawSnapshots draws snapshots of a few guests.
func drawSnapshots(t *rapid.T) []movement.Snapshot {
	var out []movement.Snapshot
	asOf := 0
	for range rapid.IntRange(1, 6).Draw(t, "snapshots") {
		asOf += rapid.IntRange(1, 9).Draw(t, "days")
		s := classed(rapid.IntRange(1, 2).Draw(t, "revision"), asOf, nil, nil)
		for _, guest := range []string{"ana", "bo", "chen", "dan"} {
			if rapid.Bool().Draw(t, "there") {
				s.Guests, s.Codes = append(s.Guests, guest), append(s.Codes, uint16(rapid.IntRange(0, 2).Draw(t, "code")))
			}
		}
		out = append(out, s)
	}
	return out
}

func TestLogEqualsTheSnapshots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		snapshots := drawSnapshots(t)
		log := recorded(t, snapshots...)
		data, _ := json.Marshal(log)
		var back movement.Log
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("%v of %s", err, data)
		}
		for i, s := range snapshots {
			until := s.AsOf.AddDays(3)
			if i+1 < len(snapshots) {
				until = snapshots[i+1].AsOf
			}
			for on := s.AsOf; on < until; on++ {
				for _, guest := range []string{"ana", "bo", "chen", "dan"} {
					want, in := s.Class(guest)
					got, ok := back.At(guest, on)
					if ok != in || got.Class != want || in && got.Revision != s.Revision {
						t.Fatalf("%s on %v: want %q, got %+v", guest, on, want, got)
					}
				}
			}
			whole, ok := log.On(s.AsOf)
			if moves, err := movement.MovesOf(s, whole); !ok || err != nil || len(moves) != 0 || whole.Validate() != nil {
				t.Fatalf("on %v: got %+v, %v, %v", s.AsOf, whole, moves, err)
			}
		}
	})
}

// Moves, transition and the numbers of the log say the same.
func TestMovesAgreeWithTheTransition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		snapshots := drawSnapshots(t)
		if len(snapshots) < 2 {
			return
		}
		before, after := snapshots[0], snapshots[1]
		after.Revision = before.Revision
		log := recorded(t, before)
		told, err := log.Record(after)
		moves, err2 := movement.MovesOf(before, after)
		m, err3 := movement.TransitionOf(before, after)
		if err := errors.Join(err, err2, err3); err != nil {
			t.Fatal(err)
		}
		var counted movement.Recorded
		for _, move := range moves {
			switch {
			case move.From == "":
				counted.Entered++
			case move.To == "":
				counted.Left++
			default:
				counted.Moved++
			}
		}
		counted.Same = int(m.Counts()[0][0] + m.Counts()[1][1])
		if counted != told || int64(told.Moved) != m.Counts()[0][1]+m.Counts()[1][0] || !slices.Equal(m.After(), after.Sizes()) || !slices.Equal(m.Before(), before.Sizes()) {
			t.Fatalf("moves %+v, log %+v, transition %v", counted, told, m.Counts())
		}
	})
}

func TestTransitionOfJoinsTheClasses(t *testing.T) {
	before := classed(1, 0, []string{"ana", "bo"}, []uint16{1, 2})
	after := before
	after.AsOf, after.Classes, after.Codes = day(1), []string{"platinum", "gold"}, []uint16{1, 2}
	m, err := movement.TransitionOf(before, after)
	if err != nil || !slices.Equal(m.Classes(), []string{"gold", "silver", "platinum"}) || m.Counts()[0][2] != 1 || m.Counts()[1][0] != 1 {
		t.Errorf("got %+v, %v", m, err)
	}
	_, err = movement.TransitionOf(before, before)
	refusetest.Param(t, err, "after.AsOf")
	if entered, left := m.Entered(), m.Left(); slices.Max(entered) != 0 || slices.Max(left) != 0 {
		t.Errorf("got %v, %v", entered, left)
	}
}
