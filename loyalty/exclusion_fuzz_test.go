package loyalty_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// FuzzTaken reads what became of folios: what is taken adds up, and is written and read again as the same.
func FuzzTaken(f *testing.F) {
	f.Add([]byte(`{"rows":2,"counted":1,"leftOut":{"before-enrolment":1}}`))
	f.Add([]byte(`{"rows":-9000000000000000000,"counted":9000000000000000000,"leftOut":{"rate":446744073709551616}}`))
	f.Add([]byte(`{"rows":1,"counted":0,"leftOut":{"":1}}`))
	f.Add([]byte(`{"rows":1,"counted":0,"leftOut":{"rain":1}}`))
	f.Add([]byte(`{"rows":"1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var taken, again loyalty.Taken
		if err := json.Unmarshal(data, &taken); err != nil {
			_, param := errors.AsType[*hotelcrm.ParamError](err)
			_, syntax := errors.AsType[*json.SyntaxError](err)
			_, kind := errors.AsType[*json.UnmarshalTypeError](err)
			if !param && !syntax && !kind || taken != (loyalty.Taken{}) {
				t.Fatalf("refused by %T, and holds %v", err, taken)
			}
			return
		}
		sum := taken.Counted
		for reason, n := range taken.LeftOut() {
			if n < 0 || sum+n < sum || taken.Left(reason) != n {
				t.Fatalf("%v: %d", reason, n)
			}
			sum += n
		}
		if taken.Counted < 0 || sum != taken.Rows {
			t.Fatalf("%v adds up to %d", taken, sum)
		}
		text, err := json.Marshal(taken)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &again); err != nil || again != taken {
			t.Fatalf("%v, read again %v: %v", taken, again, err)
		}
	})
}
