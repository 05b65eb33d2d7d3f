package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// sheet is the statement as it is read, as text or as a page: all of it ready to print.
type sheet struct {
	lang     voice
	Title    string // the programme
	Tier     string
	Until    string
	Why      string
	Date     string // whose statement it is, and for which day
	Ladder   []rung
	Keys     []key
	Notes    []string
	Sections []*section
	Made     string
}

// rung is a tier of the ladder.
type rung struct {
	Name string
	Held bool
	Past bool // below the tier held
}

// key is one of the figures at the top.
type key struct{ Value, Label, Note string }

type section struct {
	ID, Title string
	Text      []string
	Ways      []way
	Grids     []*grid
	After     []string
}

// way is one way to a tier.
type way struct{ Needs []meter }

// meter is one threshold and how much of it there is.
type meter struct {
	Label, Have, Window string
	Percent             int
	Reached             bool
}

func newSheet(r *result, l voice) *sheet {
	w := &writer{result: r, voice: l}
	s := &sheet{
		lang: l, Title: l.pick(r.Programme.ID, r.Programme.Name, r.Programme.NameZH), Date: l.Date(r.AsOf),
		Tier: w.tier(r.Status.Tier), Until: w.until(), Why: w.why(), Ladder: w.ladder(), Keys: w.keys(), Notes: w.notes(),
	}
	if r.Known != 0 {
		s.Date += l.Say(", as known on %s", l.Date(r.Known))
	}
	if r.Member != "" {
		s.Date = r.Member + " · " + s.Date
	}
	for _, one := range []*section{
		w.progress(), w.balance(), w.earned(), w.benefits(), w.milestones(), w.timeline(), w.replay(), w.about(),
	} {
		if one != nil {
			s.Sections = append(s.Sections, one)
		}
	}
	s.Made = l.Say("Made with hotelcrm from %s. Equal input gives this statement again, byte for byte.", r.Input)
	return s
}

// writer puts a result into words.
type writer struct {
	*result
	voice
}

// tier returns the name of a tier.
func (w *writer) tier(id string) string {
	ladders := [][]tier{w.Ladder}
	if w.Replay != nil {
		ladders = append(ladders, w.Replay.Ladder)
	}
	for _, ladder := range ladders {
		for _, t := range ladder {
			if t.ID == id {
				return w.pick(t.ID, t.Name, t.NameZH)
			}
		}
	}
	if id == "" {
		return lang.Capital(w.Say("not yet a member"))
	}
	return lang.Capital(id)
}

func (w *writer) until() string {
	if w.Status.Tier == "" {
		return ""
	}
	return w.through(w.Status.Until)
}

func (w *writer) ladder() []rung {
	var out []rung
	past := w.Status.Tier != ""
	for _, t := range w.Ladder {
		past = past && !t.Held
		out = append(out, rung{w.pick(t.ID, t.Name, t.NameZH), t.Held, past})
	}
	return out
}

// why says what gave the present tier.
func (w *writer) why() string {
	if w.Because == nil {
		return ""
	}
	text := w.Say("%s on %s", lang.Capital(w.Name(w.Because.Reason.String())), w.Date(w.Because.Date))
	if w.Status.Source != loyalty.FromActivity {
		text += w.Say(", %s", w.Name(w.Status.Source.String()))
	}
	if reached := w.reached(w.Because.Because); reached != "" {
		text += w.Say(": %s", reached)
	}
	return text
}

// keys are the figures at the top.
func (w *writer) keys() []key {
	var keys []key
	if b := w.Points.Balance; len(w.Points.Lines) > 0 || b.Pending > 0 {
		note := w.Say("%s can be spent", lang.Whole(b.Available))
		if b.Pending > 0 {
			note += w.Say("; %s more are pending", lang.Whole(b.Pending))
		}
		keys = append(keys, key{lang.Whole(b.Points), w.Say("points"), note})
		keys = append(keys, w.lapses())
	}
	if w.Next != "" && len(w.Ways) > 0 {
		best := nearest(w.Ways)
		keys = append(keys, key{w.missing(best), w.Say("to %s", w.tier(w.Next)), w.others(best)})
	}
	return keys
}

// others are the ways to the next tier beside the nearest one.
func (w *writer) others(best []loyalty.Need) string {
	var rest [][]loyalty.Need
	for _, needs := range w.Ways {
		if &needs[0] != &best[0] {
			rest = append(rest, needs)
		}
	}
	switch {
	case len(rest) == 0:
		return w.Say("the only way")
	case len(rest) > mostWays:
		return w.Say("the nearest of %s ways", lang.Whole(len(w.Ways)))
	}
	return w.Say("or %s", w.either(rest))
}

// lapses is the next day on which points lapse.
func (w *writer) lapses() key {
	if len(w.Points.Schedule) == 0 {
		return key{w.Say("no"), w.Say("points lapse"), w.Say("as things stand")}
	}
	next := w.Points.Schedule[0]
	note := w.Say("for their age")
	if next.Inactivity {
		note = w.Say("for want of activity")
	}
	return key{lang.Whole(next.Points), w.Say("lapse on %s", w.Date(next.Date)), note}
}

// notes are what the member should be told.
func (w *writer) notes() []string {
	var out []string
	for _, n := range w.Notices {
		switch n.Kind {
		case loyalty.StatusEnds:
			text := w.Say("%s ends: from %s it is %s", w.tier(n.Tier), w.Date(n.Date), w.tier(n.To))
			if len(n.Ways) > 0 && !complete(n.Ways) {
				text += w.Say("; to keep it: %s", w.either(n.Ways))
			}
			out = append(out, text)
		case loyalty.NearNext:
			out = append(out, w.Say("%s is near: %s", w.tier(n.Tier), w.either(n.Ways)))
		case loyalty.ChoiceEnds:
			out = append(out, w.Say("choose the reward for %s before %s", w.milestone("", n.Milestone), w.Date(n.Date)))
		}
	}
	for _, f := range w.Points.Refused {
		text := w.Say("%s of %s was not done: %s", f.Command, f.Date, w.Name(f.Reason))
		if f.Asked > 0 {
			text += w.Say(" (%s asked, %s there)", lang.Whole(f.Asked), lang.Whole(f.Allowed))
		}
		out = append(out, text)
	}
	return out
}
