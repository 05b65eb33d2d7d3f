package satisfaction_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// Real answers of 83 guests (R package RcmdrPlugin.EACSPIR): a quoted field with commas, 9 answers missing.
func TestRealGuestsOfAHotel(t *testing.T) {
	data := publicdata.Read(t, "survey/hotel_satisfaction_hoteles.csv")
	ten, err := satisfaction.Direct(0, 10)
	if err != nil {
		t.Fatal(err)
	}
	var items []satisfaction.Item
	for i := range 15 {
		items = append(items, satisfaction.Item{ID: fmt.Sprint("item", i+1), Scale: ten})
	}
	form, err := satisfaction.NewForm(items)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := satisfaction.ReadAnswers(bytes.NewReader(data), form, satisfaction.Reading{Keep: []string{"identificador", "selec.hotel"}})
	if err != nil {
		t.Fatal(err)
	}
	s := summaryOf(t, form, answers.Rows, 1)
	if s.Rows() != 83 || answers.Kept[1][1] != "Empresa, AAVV, Internet, etc." {
		t.Errorf("%d rows, %q", s.Rows(), answers.Kept[1])
	}
	for i := range 15 {
		want := map[int]int64{6: 6, 11: 2, 12: 1}[i]
		if got := s.Count(i, satisfaction.Blank); got != want {
			t.Errorf("item%d: %d missing, want %d", i+1, got, want)
		}
	}
}
