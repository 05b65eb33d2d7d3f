package liability_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points/liability"
)

// The written form of every result: names, amounts as text, and the same values when it is read again.
func TestResultsKeepTheirJSON(t *testing.T) {
	third, _ := liability.Ratio(-1, 3)
	whole := liability.Points
	january := hotelcrm.DateOf(2026, 1, 1)
	flow := liability.Flow{Issued: 21, Redeemed: 1, Expired: 2, Reversed: 3, Transferred: 4, Outstanding: 11}
	tests := []struct {
		value any
		want  string
	}{
		{third, `"-1/3"`},
		{liability.Exact{}, `"0"`},
		{flow, `{"issued":21,"redeemed":1,"expired":2,"reversed":3,"transferred":4,"outstanding":11}`},
		{
			[]liability.Vintage{{Start: january, Flow: flow}},
			`[{"start":"2026-01-01","issued":21,"redeemed":1,"expired":2,"reversed":3,"transferred":4,"outstanding":11}]`,
		},
		{
			liability.RollForward{From: january, To: january.AddDays(30), Opening: 1, Issued: 2, Redeemed: 3, Expired: 4, Reversed: 5, Transferred: 6, Closing: -15},
			`{"from":"2026-01-01","to":"2026-01-31","opening":1,"issued":2,"redeemed":3,"expired":4,"reversed":5,"transferred":6,"closing":-15}`,
		},
		{
			liability.MoneyRoll{
				Opening: whole(1), Issued: whole(2), Redeemed: whole(3), Expired: whole(4), Reversed: whole(5), Transferred: whole(6),
				EstimateChange: third, Closing: whole(8),
			},
			`{"opening":"1","issued":"2","redeemed":"3","expired":"4","reversed":"5","transferred":"6","estimateChange":"-1/3","closing":"8"}`,
		},
		{
			[]liability.Recognition{{ToDate: whole(1), Period: third, Liability: whole(2)}},
			`[{"toDate":"1","period":"-1/3","liability":"2"}]`,
		},
		{liability.Step{Redeemed: 9, Expected: whole(10)}, `{"redeemed":9,"expected":"10"}`},
		{
			liability.Deferral{Amount: whole(100), Points: 90, Expected: whole(80), Breakage: liability.Proportional},
			`{"amount":"100","points":90,"expected":"80","breakage":"proportional"}`,
		},
		{
			[]liability.Row{{Vintage: january, Issued: 10, Cumulative: []int64{1, 3}}},
			`[{"vintage":"2026-01-01","issued":10,"cumulative":[1,3]}]`,
		},
		{
			liability.Ladder{
				Factors: []liability.Exact{whole(2)}, Ultimates: []liability.Exact{third}, Rates: []liability.Exact{whole(3)},
				Remaining: []liability.Exact{whole(4)}, Total: whole(5),
			},
			`{"factors":["2"],"ultimates":["-1/3"],"rates":["3"],"remaining":["4"],"total":"5"}`,
		},
		{
			liability.Entry{{Role: liability.Deferred, Debit: dec("333.33")}, {Role: liability.PointsSold, Credit: dec("333.33")}},
			`[{"role":"deferred","debit":"333.33","credit":"0"},{"role":"points-sold","debit":"0","credit":"333.33"}]`,
		},
	}
	for _, test := range tests {
		data, err := json.Marshal(test.value)
		if err != nil || string(data) != test.want {
			t.Errorf("%T is written as\n%s, %v, want\n%s", test.value, data, err, test.want)
		}
		decoder, back := json.NewDecoder(bytes.NewReader(data)), reflect.New(reflect.TypeOf(test.value))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(back.Interface()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.value, back.Elem().Interface(), sameExact); diff != "" {
			t.Errorf("read again (-written +read):\n%s", diff)
		}
	}
}

var sameExact = cmp.Comparer(func(x, y liability.Exact) bool { return x.Cmp(y) == 0 })

// A ladder of one age has no factors, and its JSON lists none; a warning is written with it.
func TestLadderOfOneAgeInJSON(t *testing.T) {
	l, err := liability.ChainLadder([]liability.Row{{Issued: 2, Cumulative: []int64{3}}}, liability.Points(1))
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(l)
	const want = `{"factors":[],"ultimates":["3"],"rates":["3/2"],"remaining":["0"],"total":"0","warnings":[{"code":"redemption-above-issued","text":`
	if err != nil || !bytes.HasPrefix(data, []byte(want)) {
		t.Errorf("got %s, %v, want it to begin with %s", data, err, want)
	}
}
