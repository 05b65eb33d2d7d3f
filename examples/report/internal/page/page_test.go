package page

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang/langtest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/chinese"
)

func TestGapsThatAreNotInTheTable(t *testing.T) {
	for _, test := range []struct {
		printer lang.Printer
		want    string
	}{
		{lang.English(chinese.Words), "Not in the table, but in summary.json: 3\u00a0more gaps with guests, 1\u00a0gap without a guest here."},
		{lang.Chinese(chinese.Words), "未列入表中，见 summary.json：另 3 处空白（有客人）、1 处空白（此处无客人）。"},
	} {
		a := &writer{Printer: test.printer}
		if got := a.moreGaps(3, 1); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"One. Two.": "One.", "It is 3.65. More": "It is 3.65.", "一。二。": "一。", "Only one": "Only one",
	} {
		if got := firstSentence(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEveryReasonHasChinese(t *testing.T) {
	texts := []string{feeTexts[false], feeTexts[true]}
	for _, words := range reasonTexts {
		texts = append(texts, words.label, words.text)
	}
	for _, step := range heatSteps {
		texts = append(texts, step.text)
	}
	langtest.Complete(t, chinese.Words, texts)
}

func TestStepsOfMovement(t *testing.T) {
	for guests, want := range map[int64]moveCell{
		0: {Share: "–", Short: "–"}, 1: {Guests: "1", Share: "0.1\u00a0%", Short: "<1"}, 49: {Guests: "49", Share: "4.9\u00a0%", Short: "5"},
		50: {Guests: "50", Share: "5.0\u00a0%", Short: "5", Heat: 1}, 749: {Guests: "749", Share: "74.9\u00a0%", Short: "75", Heat: 4},
		750: {Guests: "750", Share: "75.0\u00a0%", Short: "75", Heat: 5},
	} {
		if got := moveCellOf(lang.Printer{}, guests, 1000); got != want {
			t.Errorf("%d of 1000: %+v, want %+v", guests, got, want)
		}
	}
}
