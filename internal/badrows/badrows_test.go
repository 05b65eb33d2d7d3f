package badrows_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/badrows"
)

func TestList(t *testing.T) {
	var list badrows.List
	if err := list.Join(); err != nil {
		t.Errorf("nothing wrong: %v", err)
	}
	n := 1
	for list.Add(n, "arrival", 20, "a day") {
		n++
	}
	if n != hotelcrm.MaxRowErrors {
		t.Errorf("room for %d rows, want %d", n, hotelcrm.MaxRowErrors)
	}
	row, ok := errors.AsType[*hotelcrm.RowError](list.Join())
	if !ok || row.Row != 1 || row.Field != "arrival" || row.Value != "20" || row.Err.Error() != "want a day" {
		t.Errorf("first error %+v", row)
	}
}
