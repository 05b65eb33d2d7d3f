package guestpage

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// guestSurveyView is what the guest said.
type guestSurveyView struct {
	Sentence  string
	Worst     []guestAnswerView
	WorstText string
}

type guestAnswerView struct{ Name, Answer, Mean string }

const (
	shownAnswers = 5
	askedAbout   = 3
)

func (g *Page) surveyView() *guestSurveyView {
	q := g.Sheet.Survey
	if q == nil {
		return nil
	}
	v := &guestSurveyView{Sentence: g.Say("Too little was answered for a score.")}
	if q.Score != nil {
		v.Sentence = g.Say("Score %s on the scale %s to %s, from %s", prose.OnScale(q.Value), q.Scale[0].String(), q.Scale[1].String(), lang.Count(g.Printer, q.N, "answer", "answers"))
		if q.Low != nil {
			v.Sentence += g.Say(" (%s interval %s)", g.Percent("95"), g.between(prose.OnScale(q.LowPoints), prose.OnScale(q.HighPoints)))
		}
		v.Sentence += g.Say("; the mean of all guests is %s.", prose.OnScale(q.HousePoints))
	}
	list := q.Complaints()
	v.WorstText = g.Say("Unhappy with, the farthest below other guests first")
	if len(list) == 0 {
		v.WorstText = g.Say("Nothing is rated below the middle of the scale and below other guests.")
	}
	for _, one := range list[:min(len(list), shownAnswers)] {
		v.Worst = append(v.Worst, guestAnswerView{g.Pick(one.Label, g.Say(one.LabelZH)), prose.Brief(one.Points), prose.OnScale(one.MeanPoints)})
	}
	return v
}

// complaint says what to ask an unhappy guest about.
func (g *Page) complaint() string {
	q, about := g.Sheet.Survey, g.complaints()
	switch {
	case about == "":
		return ""
	case q.Unhappy():
		return g.Say("was unhappy (%s of %s): ask today about %s", prose.OnScale(q.Value), q.Scale[1].String(), about)
	}
	return g.Say("was content on the whole, but not with %s", about)
}

// amends says what to write to an unhappy guest about before anything is offered.
func (g *Page) amends() string {
	about := g.complaints()
	if about == "" {
		return ""
	}
	return g.Say("write in person, before any offer: the guest was unhappy with %s", about)
}

// complaints are what the guest was least content with, empty if there is nothing of the kind.
func (g *Page) complaints() string {
	q := g.Sheet.Survey
	if q == nil {
		return ""
	}
	list := q.Complaints()
	var names []string
	for _, one := range list[:min(len(list), askedAbout)] {
		names = append(names, topic(g.Pick(one.Label, g.Say(one.LabelZH))))
	}
	return strings.Join(names, g.Say("; ")) // a label of one's own may hold a comma
}

// topic is the label of a question as a part of a sentence: without what it lists.
func topic(label string) string {
	label, _, _ = strings.Cut(label, ":")
	return prose.LowerFirst(label)
}
