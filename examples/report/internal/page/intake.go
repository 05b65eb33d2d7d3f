package page

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// intakeView is what came in and what was left out.
type intakeView struct {
	Sentence string
	Rows     []reasonView
	Total    string
	Share    string // of all rows
}

type reasonView struct {
	Label, Code, Text, N, Share, Width string
	Counted                            bool
}

func (w *writer) intakeView() intakeView {
	in := w.Data
	v := intakeView{Total: prose.Whole(in.Rows), Share: prose.PercentOf(w.Printer, in.Rows, in.Rows), Sentence: w.intakeSentence()}
	v.Rows = append(v.Rows, reasonView{
		Label: w.Say("Counted"), Code: "counted", Text: w.countedText(), N: prose.Whole(in.Stays()),
		Share: prose.PercentOf(w.Printer, in.Stays(), in.Rows), Width: prose.BarOf(in.Stays(), in.Rows), Counted: true,
	})
	skipped := in.Skipped()
	for _, code := range byNumber(skipped) {
		label, text := w.reasonText(code)
		v.Rows = append(v.Rows, reasonView{
			Label: label, Code: code, Text: text, N: prose.Whole(skipped[code]),
			Share: prose.PercentOf(w.Printer, skipped[code], in.Rows), Width: prose.BarOf(skipped[code], in.Rows),
		})
	}
	return v
}

// byNumber returns the reasons by falling number of rows, equal numbers in alphabetical order.
func byNumber(counts map[string]int64) []string {
	codes := slices.Collect(maps.Keys(counts))
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return codes
}

func (w *writer) intakeSentence() string {
	in := w.Data
	left, rows := in.Rows-in.Stays(), lang.Count(w.Printer, in.Rows, "row", "rows")
	switch {
	case left == 0 && in.Rows == 1:
		return w.Say("There is one row, and it counts.")
	case left == 0:
		return w.Say("All %s count. Nothing was left out.", rows)
	}
	text := w.Say("Of %s, %s count and %s were left out. Every row is in exactly one line of the table.", rows, prose.Whole(in.Stays()), prose.Whole(left))
	switch refused := in.Refused(); {
	case refused == 0:
		return w.Sentences(text, w.Say("None was left out because of wrong data."))
	case refused == left:
		return w.Sentences(text, w.Say("All of those left out hold wrong data."))
	default:
		return w.Sentences(text, w.Say("%s of those left out hold wrong data; the others are left out by rule.", prose.Whole(refused)))
	}
}

func (w *writer) countedText() string {
	if w.Data.Order.Counted() {
		return w.Say("One row a guest, as the source keeps it.")
	}
	return w.Say("The guest came and is known. What counts here makes up all other figures of this page.")
}

// ReasonLabel returns why rows are left out in a word or two. A reason that this program does not know yet keeps its code.
func ReasonLabel(p lang.Printer, code string) string {
	if words, ok := reasonTexts[code]; ok {
		return p.Say(words.label)
	}
	return code
}

type reasonWords struct{ label, text string }

// reasonText returns a reason in plain words.
func (w *writer) reasonText(code string) (label, text string) {
	words, label := reasonTexts[code], ReasonLabel(w.Printer, code)
	switch {
	case words.text == "":
		return label, ""
	case code == hotelcrm.WasCancelled.String() || code == hotelcrm.WasNoShow.String():
		return label, w.Sentences(w.Say(words.text), w.Say(feeTexts[w.Data.Order.Fees]))
	}
	return label, w.Say(words.text)
}

var feeTexts = map[bool]string{
	false: "A fee is not part of the revenue.",
	true:  "No visit; a fee is part of the revenue of a guest who has visits.",
}

var reasonTexts = map[string]reasonWords{
	"missing-guest":   {"No guest", "Anonymised or erased: the stay belongs to nobody any more."},
	"missing-date":    {"Date missing", "Arrival and departure are both needed."},
	"reversed-dates":  {"Dates reversed", "The departure lies before the arrival."},
	"absurd-date":     {"Implausible date", "Dates such as 1900 or 2999 stand for “not known” in old systems."},
	"future-stay":     {"In the future", "The last stay is said to be over, but lies after the analysis date."},
	"wrong-currency":  {"Other currency", "Amounts are never converted, so one report has one currency."},
	"wrong-code":      {"Unknown code", "The status, role or use is missing or not known."},
	"wrong-rooms":     {"Number of rooms", "A number of rooms that cannot be."},
	"wrong-count":     {"Wrong count", "A number of visits or nights that cannot be."},
	"wrong-amount":    {"Wrong amount", "An amount beyond all measure."},
	intake.Unreadable: {"Unreadable", "A date, number or cell could not be read."},
	"tentative":       {"Tentative", "Asked for, but not confirmed."},
	"booked":          {"Booked", "Confirmed, but the guest has not arrived yet."},
	"in-house":        {"In house", "The guest has not left yet."},
	"cancelled":       {"Cancelled", "Called off before arrival."},
	"no-show":         {"No-show", "The guest did not come."},
	"sharer":          {"Sharer", "Shared the room of another guest."},
	"accompanying":    {"Accompanying", "Travelled along on another guest's reservation."},
	"account":         {"House account", "No person: a group master, a pseudo room or a company account."},
	"complimentary":   {"Complimentary", "Given away by the hotel."},
	"house-use":       {"House use", "The hotel's own staff."},
	"points":          {"Award stay", "Paid with loyalty points."},
	"day-use":         {"Day use", "Arrival and departure on one day."},
	"repeat":          {"Repeated", "The same stay, or guest, was delivered again."},
	"superseded":      {"Superseded", "A later version of the same stay replaces it."},
	"before-window":   {"Before the window", "Arrived before the period of the report."},
	"after-window":    {"After the analysis date", "Arrived after the date as of which the report is made."},
}
