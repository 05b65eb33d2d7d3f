package hotelcrm_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
)

// code is what all small integer types of the package share.
type code interface {
	~uint8
	fmt.Stringer
}

var (
	statusTexts     = []string{"tentative", "booked", "in-house", "departed", "cancelled", "no-show"}
	roleTexts       = []string{"primary", "sharer", "accompanying", "account"}
	useTexts        = []string{"paid", "complimentary", "house-use", "points"}
	departmentTexts = []string{"rooms", "food-beverage", "other-operated", "miscellaneous", "fees"}
	visitTexts      = []string{"by-arrival", "by-stay"}
	roundingTexts   = []string{"half-even", "half-up", "up", "down", "ceiling", "floor"}
	reasonTexts     = []string{
		"missing-guest", "missing-date", "reversed-dates", "absurd-date", "future-stay", "wrong-currency", "wrong-code",
		"wrong-rooms", "wrong-count", "wrong-amount", "tentative", "booked", "in-house", "cancelled", "no-show", "sharer", "accompanying",
		"account", "complimentary", "house-use", "points", "day-use", "repeat", "superseded", "before-window", "after-window",
	}
)

func TestTextOfCodesRoundTrips(t *testing.T) {
	t.Run("status", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseStatus, statusTexts,
			hotelcrm.Tentative, hotelcrm.Booked, hotelcrm.InHouse, hotelcrm.Departed, hotelcrm.Cancelled, hotelcrm.NoShow)
		checkMarshal[hotelcrm.Status](t, statusTexts)
	})
	t.Run("role", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseRole, roleTexts, hotelcrm.Primary, hotelcrm.Sharer, hotelcrm.Accompanying, hotelcrm.Account)
		checkMarshal[hotelcrm.Role](t, roleTexts)
	})
	t.Run("use", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseUse, useTexts, hotelcrm.Paid, hotelcrm.Complimentary, hotelcrm.HouseUse, hotelcrm.Points)
		checkMarshal[hotelcrm.Use](t, useTexts)
	})
	t.Run("department", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseDepartment, departmentTexts,
			hotelcrm.Rooms, hotelcrm.FoodBeverage, hotelcrm.OtherOperated, hotelcrm.Miscellaneous, hotelcrm.Fees)
	})
	t.Run("visit rule", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseVisitRule, visitTexts, hotelcrm.ByArrival, hotelcrm.ByStay)
		checkMarshal[hotelcrm.VisitRule](t, visitTexts)
	})
	t.Run("rounding", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseRounding, roundingTexts,
			hotelcrm.RoundHalfEven, hotelcrm.RoundHalfUp, hotelcrm.RoundUp, hotelcrm.RoundDown, hotelcrm.RoundCeiling, hotelcrm.RoundFloor)
		checkMarshal[hotelcrm.Rounding](t, roundingTexts)
	})
	t.Run("reason", func(t *testing.T) {
		checkCode(t, hotelcrm.ParseReason, reasonTexts,
			hotelcrm.MissingGuest, hotelcrm.MissingDate, hotelcrm.ReversedDates, hotelcrm.AbsurdDate, hotelcrm.FutureStay,
			hotelcrm.WrongCurrency, hotelcrm.WrongCode, hotelcrm.WrongRooms, hotelcrm.WrongCount,
			hotelcrm.WrongAmount, hotelcrm.WasTentative,
			hotelcrm.WasBooked, hotelcrm.WasInHouse, hotelcrm.WasCancelled, hotelcrm.WasNoShow, hotelcrm.WasSharer,
			hotelcrm.WasAccompanying, hotelcrm.WasAccount, hotelcrm.WasComplimentary, hotelcrm.WasHouseUse, hotelcrm.WasPoints,
			hotelcrm.WasDayUse, hotelcrm.WasRepeat, hotelcrm.WasSuperseded, hotelcrm.BeforeWindow, hotelcrm.AfterWindow)
		checkMarshal[hotelcrm.Reason](t, reasonTexts)
	})
}

// checkCode reads and writes every value, and expects any other text to be refused with the list of names.
func checkCode[T code](t *testing.T, parse func(string) (T, error), texts []string, values ...T) {
	t.Helper()
	var written []string
	for i, v := range values {
		written = append(written, v.String())
		if int(v) != i+1 {
			t.Errorf("value %v is %d, want %d", v, v, i+1)
		}
		if got, err := parse(texts[i]); got != v || err != nil {
			t.Errorf("parsing %q gives %v, %v, want %v", texts[i], got, err, v)
		}
	}
	if diff := cmp.Diff(texts, written); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	unset, unknown := T(0), T(len(values)+1)
	if unset.String() != "unset" {
		t.Errorf("the zero value reads %q, want unset", unset)
	}
	for _, stranger := range []T{unknown, 255} {
		if _, err := parse(stranger.String()); err == nil {
			t.Errorf("value %d reads %q, like a value that exists", stranger, stranger)
		}
	}
	first := texts[0]
	for _, text := range []string{"", "unset", "unknown", "0", "1", " " + first, first + " ", strings.ToUpper(first), first[:len(first)-1], first + "," + first} {
		got, err := parse(text)
		wrong := wantRefusal(t, err, text)
		if got != 0 {
			t.Errorf("parsing %q gives %v beside an error, want the zero value", text, got)
		}
		for _, name := range texts {
			if !strings.Contains(wrong.Allowed, name) {
				t.Errorf("the error for %q allows %q and leaves out %s", text, wrong.Allowed, name)
			}
		}
		for _, part := range []string{wrong.Param, fmt.Sprintf("%q", text), wrong.Allowed} {
			if !strings.Contains(err.Error(), part) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q does not say %s in one line", err, part)
			}
		}
	}
}

// checkMarshal round-trips through MarshalText, UnmarshalText and JSON.
func checkMarshal[T interface {
	code
	encoding.TextMarshaler
}, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, texts []string) {
	t.Helper()
	for i, want := range append([]string{""}, texts...) {
		v := T(i)
		text, err := v.MarshalText()
		if string(text) != want || err != nil {
			t.Errorf("MarshalText of %v = %q, %v, want %q", v, text, err, want)
		}
		back := T(len(texts))
		if err := P(&back).UnmarshalText([]byte(want)); back != v || err != nil {
			t.Errorf("UnmarshalText(%q) gives %v, %v, want %v", want, back, err, v)
		}
		document, err := json.Marshal(map[T]T{v: v})
		if diff := cmp.Diff(fmt.Sprintf(`{%q:%q}`, want, want), string(document)); diff != "" || err != nil {
			t.Errorf("JSON of %v, error %v (-want +got):\n%s", v, err, diff)
		}
		var read map[T]T
		if err := json.Unmarshal(document, &read); err != nil {
			t.Errorf("reading %s: %v", document, err)
		}
		if diff := cmp.Diff(map[T]T{v: v}, read); diff != "" {
			t.Errorf("read from %s (-want +got):\n%s", document, diff)
		}
	}
	if text, err := T(len(texts) + 1).MarshalText(); err == nil {
		t.Errorf("a value without a name is written as %q", text)
	}
	back := T(1)
	wantRefusal(t, P(&back).UnmarshalText([]byte("wrong")), "wrong")
	if back != 1 {
		t.Errorf("after a refused text the value is %v, want it unchanged", back)
	}
}

func TestReasonsAreWrongDataOrARule(t *testing.T) {
	for r := hotelcrm.MissingGuest; r <= hotelcrm.AfterWindow; r++ {
		wrong := r <= hotelcrm.WrongAmount
		if r.WrongData() != wrong || hotelcrm.AnyWrongData.Has(r) != wrong {
			t.Errorf("%v: WrongData %t, in AnyWrongData %t, want %t", r, r.WrongData(), hotelcrm.AnyWrongData.Has(r), wrong)
		}
		if r.Error() == "" || r.Error() == "unset" || r.Error() == "unknown" {
			t.Errorf("%v has the words %q", r, r.Error())
		}
	}
	for _, r := range []hotelcrm.Reason{0, hotelcrm.AfterWindow + 1, 63, 64, 255} {
		if r.WrongData() || hotelcrm.AnyWrongData.Has(r) {
			t.Errorf("%d is no reason, but reads as wrong data", r)
		}
		_ = r.Error() // must not panic
	}
}

func TestSetsHoldWhatTheyWereGiven(t *testing.T) {
	t.Run("departments", func(t *testing.T) {
		set := hotelcrm.Departments(hotelcrm.Fees, hotelcrm.Rooms, hotelcrm.Rooms, 0, hotelcrm.Fees+1, 64, 255)
		var got []hotelcrm.Department
		for d := range 256 {
			if set.Has(hotelcrm.Department(d)) {
				got = append(got, hotelcrm.Department(d))
			}
		}
		if diff := cmp.Diff([]hotelcrm.Department{hotelcrm.Rooms, hotelcrm.Fees}, got); diff != "" {
			t.Errorf("members (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees), set); diff != "" {
			t.Errorf("set with strangers left out (-want +got):\n%s", diff)
		}
		all := hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.FoodBeverage, hotelcrm.OtherOperated, hotelcrm.Miscellaneous)
		if diff := cmp.Diff(all, hotelcrm.AllButFees); diff != "" {
			t.Errorf("AllButFees (-want +got):\n%s", diff)
		}
	})
	t.Run("reasons", func(t *testing.T) {
		set := hotelcrm.Reasons(hotelcrm.AfterWindow, hotelcrm.MissingGuest, 0, hotelcrm.AfterWindow+1, 64, 65, 255)
		var got []hotelcrm.Reason
		for r := range 256 {
			if set.Has(hotelcrm.Reason(r)) {
				got = append(got, hotelcrm.Reason(r))
			}
		}
		if diff := cmp.Diff([]hotelcrm.Reason{hotelcrm.MissingGuest, hotelcrm.AfterWindow}, got); diff != "" {
			t.Errorf("members (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(hotelcrm.Reasons(hotelcrm.MissingGuest, hotelcrm.AfterWindow), set); diff != "" {
			t.Errorf("set with strangers left out (-want +got):\n%s", diff)
		}
	})
}

func TestTextOfSetsRoundTrips(t *testing.T) {
	t.Run("departments", func(t *testing.T) {
		for mask := range 1 << 5 {
			set := hotelcrm.DepartmentSet(mask << 1)
			checkSet(t, set, set.String(), new(hotelcrm.DepartmentSet))
		}
		checkSet(t, 0, "", new(hotelcrm.DepartmentSet))
		checkSet(t, hotelcrm.Departments(hotelcrm.Fees, hotelcrm.Rooms), "rooms,fees", new(hotelcrm.DepartmentSet))
		checkSet(t, hotelcrm.AllButFees, "rooms,food-beverage,other-operated,miscellaneous", new(hotelcrm.DepartmentSet))
	})
	t.Run("reasons", func(t *testing.T) {
		checkSet(t, 0, "", new(hotelcrm.ReasonSet))
		checkSet(t, hotelcrm.AnyWrongData, strings.Join(reasonTexts[:hotelcrm.WrongAmount], ","), new(hotelcrm.ReasonSet))
		checkSet(t, hotelcrm.Reasons(hotelcrm.AfterWindow, hotelcrm.WasNoShow), "no-show,after-window", new(hotelcrm.ReasonSet))
		for r := hotelcrm.MissingGuest; r <= hotelcrm.AfterWindow; r++ {
			checkSet(t, hotelcrm.Reasons(r), r.String(), new(hotelcrm.ReasonSet))
		}
	})
}

// checkSet writes a set as a text and reads it back, in any order of its names.
func checkSet[T interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
}, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, set T, want string, back P) {
	t.Helper()
	text, err := set.MarshalText()
	if diff := cmp.Diff([]string{want, want}, []string{string(text), set.String()}); diff != "" || err != nil {
		t.Errorf("text and name, error %v (-want +got):\n%s", err, diff)
	}
	names := strings.Split(want, ",")
	for range names {
		names = append(names[1:], names[0])
		if err := back.UnmarshalText([]byte(strings.Join(names, ","))); *back != set || err != nil {
			t.Errorf("reading %q gives %v, %v, want %v", names, *back, err, set)
		}
	}
}

func TestSetsRefuseUnknownNames(t *testing.T) {
	for _, text := range []string{"rooms,", ",rooms", ",", "rooms, fees", "rooms;fees", "Rooms", "spa", "rooms,spa", "unset", "missing-guest,"} {
		departments, reasons := hotelcrm.AllButFees, hotelcrm.AnyWrongData
		forDepartments := wantRefusal(t, departments.UnmarshalText([]byte(text)), text)
		forReasons := wantRefusal(t, reasons.UnmarshalText([]byte(text)), text)
		if departments != hotelcrm.AllButFees || reasons != hotelcrm.AnyWrongData {
			t.Errorf("after the refused text %q the sets are %v and %v", text, departments, reasons)
		}
		for _, name := range departmentTexts {
			if !strings.Contains(forDepartments.Allowed, name) {
				t.Errorf("%q leaves out %s", forDepartments.Allowed, name)
			}
		}
		for _, name := range reasonTexts {
			if !strings.Contains(forReasons.Allowed, name) {
				t.Errorf("%q leaves out %s", forReasons.Allowed, name)
			}
		}
	}
}

func TestPolicyKeepsItsRulesInJSON(t *testing.T) {
	want := hotelcrm.Policy{
		Visit:       hotelcrm.ByStay,
		Departments: hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees),
		Tolerate:    hotelcrm.Reasons(hotelcrm.WrongAmount),
	}
	text, err := json.Marshal(want)
	if diff := cmp.Diff(`{"visit":"by-stay","departments":"rooms,fees","tolerate":"wrong-amount"}`, string(text)); diff != "" || err != nil {
		t.Errorf("JSON, error %v (-want +got):\n%s", err, diff)
	}
	var got hotelcrm.Policy
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestRowErrorSaysWhereAndWhy(t *testing.T) {
	wrapped := fmt.Errorf("departs 2024-01-02: %w", hotelcrm.ReversedDates)
	tests := []struct {
		name      string
		err       *hotelcrm.RowError
		says      []string
		saysNot   []string
		reason    hotelcrm.Reason
		hasReason bool
	}{
		{
			"a row of a file", &hotelcrm.RowError{Row: 7, Field: "departure", Value: "2024-01-02", Err: wrapped},
			[]string{"row 7", "departure", "2024-01-02", hotelcrm.ReversedDates.Error()},
			[]string{"\n"},
			hotelcrm.ReversedDates, true,
		},
		{
			"a single stay", &hotelcrm.RowError{Field: "guest", Err: hotelcrm.MissingGuest},
			[]string{"guest", hotelcrm.MissingGuest.Error()},
			[]string{"row", "\"", "\n"},
			hotelcrm.MissingGuest, true,
		},
		{
			"a line that breaks the line", &hotelcrm.RowError{Row: 1, Field: "guest", Value: "a\nb", Err: io.ErrUnexpectedEOF},
			[]string{"row 1", "guest", "unexpected EOF"},
			[]string{"\n"},
			0, false,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, part := range test.says {
				if !strings.Contains(test.err.Error(), part) {
					t.Errorf("%q does not say %q", test.err, part)
				}
			}
			for _, part := range test.saysNot {
				if strings.Contains(test.err.Error(), part) {
					t.Errorf("%q says %q", test.err, part)
				}
			}
			if !errors.Is(test.err, test.err.Err) {
				t.Errorf("%q does not unwrap to %q", test.err, test.err.Err)
			}
			reason, ok := errors.AsType[hotelcrm.Reason](test.err)
			if reason != test.reason || ok != test.hasReason {
				t.Errorf("reason in the chain is %v, %t, want %v", reason, ok, test.reason)
			}
			if errors.Is(test.err, hotelcrm.WrongAmount) {
				t.Errorf("%q reads as a wrong amount too", test.err)
			}
		})
	}
}

func TestDepartmentsInJSONRoundTrip(t *testing.T) {
	var got map[hotelcrm.Department]int
	if err := json.Unmarshal([]byte(`{"rooms":1,"fees":5}`), &got); err != nil || got[hotelcrm.Rooms] != 1 || got[hotelcrm.Fees] != 5 {
		t.Errorf("%v, %v", got, err)
	}
	if text, err := json.Marshal(got); err != nil || string(text) != `{"fees":5,"rooms":1}` {
		t.Errorf("%s, %v", text, err)
	}
}
