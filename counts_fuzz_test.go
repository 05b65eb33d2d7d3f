package hotelcrm_test

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm"
)

// FuzzCounts reads counts of rows: what is taken adds up, and is written and read again as the same counts.
func FuzzCounts(f *testing.F) {
	f.Add([]byte(`{"rows":3,"stays":1,"leftOut":{"no-show":2}}`))
	f.Add([]byte(`{"rows":-9000000000000000000,"stays":9000000000000000000,"leftOut":{"no-show":446744073709551616}}`))
	f.Add([]byte(`{"rows":1,"stays":0,"leftOut":{"":1}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c, again hotelcrm.Counts
		if err := json.Unmarshal(data, &c); err != nil {
			if c != (hotelcrm.Counts{}) {
				t.Fatalf("refused, and yet %v", c)
			}
			return
		}
		sum := c.Stays
		for reason, n := range c.LeftOut() {
			if n < 0 || sum+n < sum {
				t.Fatalf("%v: %d", reason, n)
			}
			sum += n
		}
		if c.Stays < 0 || sum != c.Rows {
			t.Fatalf("%v adds up to %d", c, sum)
		}
		text, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &again); err != nil || again != c {
			t.Fatalf("%v, read again %v: %v", c, again, err)
		}
	})
}
