package concentration_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
)

// refused fails unless err names the parameter.
func refused(t *testing.T, err error, param string) {
	t.Helper()
	got, ok := errors.AsType[*hotelcrm.ParamError](err)
	if !ok || got.Param != param {
		t.Errorf("want a *hotelcrm.ParamError for %s, got %v", param, err)
	}
}

const manyGuests = 1_000_000

func perGuest(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/float64(b.N), "ns/guest")
}
