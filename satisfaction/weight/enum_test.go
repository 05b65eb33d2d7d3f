package weight_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// enum is what all small integer types of the package share.
type enum[T any] interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
}

func checkEnum[T enum[T], P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, parse func(string) (T, error), texts ...string) {
	t.Helper()
	for i, text := range append([]string{""}, texts...) {
		v := T(i)
		document, err := json.Marshal(v)
		if string(document) != fmt.Sprintf("%q", text) || err != nil {
			t.Errorf("%v in JSON is %s, %v", v, document, err)
		}
		back := T(1)
		if err := json.Unmarshal(document, P(&back)); back != v || err != nil {
			t.Errorf("%s read is %v, %v", document, back, err)
		}
		if got, err := parse(text); text != "" && (got != v || err != nil || v.String() != text) {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	if T(0).String() != "unset" {
		t.Errorf("the zero value reads %q", T(0))
	}
	if _, err := T(len(texts) + 1).MarshalText(); err == nil {
		t.Error("a value beyond the last has a name")
	}
	for _, text := range []string{"", "unset", texts[0] + " ", strings.ToUpper(texts[0])} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), texts[len(texts)-1]) {
			t.Errorf("%q: %v, want an error that lists the names", text, err)
		}
	}
	v := T(1)
	if err := P(&v).UnmarshalText([]byte("no such name")); err == nil || v != 1 {
		t.Errorf("no such name: %v, %v", v, err)
	}
}

func TestNames(t *testing.T) {
	checkEnum(t, weight.ParseMethod, "geometric-mean", "eigenvector", "harker", "least-eigenvalue")
	checkEnum(t, weight.ParseRandomIndex, "saaty", "saaty-revised", "alonso-lamata", "simulated", "donegan-dodd", "alonso-lamata-line")
	checkEnum(t, weight.ParseMean, "arithmetic", "geometric")
	checkEnum(t, weight.ParseRankMethod, "centroid", "rank-sum", "rank-reciprocal")
	checkEnum(t, weight.ParseCorrelation, "pearson", "spearman", "pearson-both", "pearson-all")
	checkEnum(t, weight.ParseScaling, "ends", "observed", "unscaled")
	checkEnum(t, weight.ParseDataMethod, "standard-deviation", "entropy", "critic", "merec", "deviation-maximum",
		"first-component", "eigenvalue-weighted", "communality")
}
