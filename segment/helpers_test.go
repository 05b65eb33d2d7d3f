package segment_test

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

// refusedRow fails unless err names the row and field.
func refusedRow(t *testing.T, err error, row int, field string) {
	t.Helper()
	got, ok := errors.AsType[*hotelcrm.RowError](err)
	if !ok || got.Row != row || got.Field != field {
		t.Errorf("want a *hotelcrm.RowError for row %d, %s, got %v", row, field, err)
	}
}
