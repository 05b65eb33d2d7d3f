package main

import (
	"bytes"
	"context"
	_ "embed"
	"html/template"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/shopspring/decimal"
)

// The files of one guest, in place of those of the report.
const (
	guestPageName  = "guest.html"
	guestSheetName = "guest.json"
)

//go:embed guest.html
var guestHTML string

//go:embed guest.css
var guestCSS string

// guestPage says a sheet in words.
type guestPage struct {
	*analysis
	sheet *guestSheet
	p     lang.Printer
}

// newGuestPage returns the page of the guest that -guest names.
//
// Errors: an id of nobody, before anything is reckoned further.
func newGuestPage(a *analysis) (*guestPage, error) {
	i, err := a.findGuest()
	if err != nil {
		return nil, err
	}
	if err := a.finish(); err != nil {
		return nil, err
	}
	sheet, err := a.newGuestSheet(i)
	return &guestPage{analysis: a, sheet: sheet}, err
}

// reportGuest writes the page of one guest in place of the report, and prints the gist of it.
func reportGuest(ctx context.Context, opt *options, a *analysis, stdout io.Writer) error {
	g, err := newGuestPage(a)
	if err != nil {
		return err
	}
	sheet, err := g.sheet.json()
	if err != nil {
		return err
	}
	list := files{{guestPageName, made(g.render)}, {guestSheetName, held(sheet)}}
	if opt.save != "" {
		list = append(list, file{absolute(opt.save), made(func() ([]byte, error) { return renderThresholds(a) })})
	}
	if err := writeAll(ctx, opt.out, list); err != nil {
		return err
	}
	if opt.json {
		_, err = stdout.Write(sheet)
		return err
	}
	return g.print(stdout)
}

// render returns guest.html: one file with its style and picture inside, without a script.
func (g *guestPage) render() ([]byte, error) {
	page, err := template.New(guestPageName).Funcs(g.p.Funcs()).Parse(guestHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, g.view())
	return b.Bytes(), err
}

// print prints what is to be read in ten seconds.
func (g *guestPage) print(to io.Writer) error {
	v := g.view()
	lines := []string{v.Name + ": " + strings.Join(v.Chips, ", "), v.Lead}
	for _, one := range v.Do {
		lines = append(lines, "- "+one.From+": "+one.Text)
	}
	lines = append(lines, g.p.Say("written to %s: %s, %s", absolute(g.opt.out), guestPageName, guestSheetName))
	_, err := io.WriteString(to, plain(strings.Join(lines, "\n"))+"\n")
	return err
}

// guestView is what the page shows: texts that are ready to print.
type guestView struct {
	CSS                     template.CSS
	Lang, Name, Title, Date string
	Chips                   []string
	Lead                    string
	Do                      []doView
	Keys                    []keyView
	Stays                   staysView
	Scores                  []guestAxisView
	Reasons                 []whyView
	Worth, WorthBasis       []fact
	Survey                  *guestSurveyView
	Tier                    *guestTierView
	Places                  []placeView
	PlaceRule               string
	Gaps                    []fact
	Facts                   []fact
}

// doView is something to do, and what says so.
type doView struct {
	From, Text string
	Now        bool // before anything else
}

func (g *guestPage) view() guestView {
	s := g.sheet
	return guestView{
		CSS: template.CSS(style.Base + style.Page + guestCSS), Lang: g.p.Code(), Name: shortened(s.Guest),
		Title: g.p.Say("Guest %s, %s", shortened(s.Guest), s.AsOf), Date: g.p.Say("%s, as of %s", g.p.Say(s.File), g.date(s.AsOf)),
		Chips: g.chips(), Lead: g.lead(), Do: g.todo(), Keys: g.keys(), Stays: g.stays(), Scores: g.axes(), Reasons: g.reasonViews(),
		Worth: g.worthFacts(), WorthBasis: g.worthBasis(), Survey: g.surveyView(), Tier: g.tierView(), Places: g.placeViews(),
		PlaceRule: g.placeRule(), Gaps: g.gaps(), Facts: g.facts(),
	}
}

func (g *guestPage) date(d hotelcrm.Date) string { return strings.ReplaceAll(g.p.Date(d), " ", nbsp) }

// amount writes money of the sheet with its currency.
func (g *guestPage) amount(text string) string { return g.sheet.Currency + nbsp + groupDigits(text) }

// round writes money of the sheet for a headline.
func (g *guestPage) round(text string) string {
	return g.sheet.Currency + nbsp + wholeMoney(decimal.RequireFromString(text), g.places)
}

func (g *guestPage) days(n int) string { return lang.Count(g.p, n, "day", "days") }

// ago writes how long ago the guest was last in the house.
func (g *guestPage) ago() string {
	h := g.sheet.History
	switch n := g.sheet.AsOf.DaysSince(h.Last); {
	case h.InHouse:
		return g.p.Say("in the house today")
	case n == 1:
		return g.p.Say("yesterday")
	default:
		return g.p.Say("%s ago", g.days(n))
	}
}

// chips are the guest in a few words.
func (g *guestPage) chips() []string {
	s, out := g.sheet, []string(nil)
	if s.Segment != nil {
		out = append(out, g.p.Pick(s.Segment.Label, s.Segment.LabelZH))
	}
	if s.Loyalty != nil {
		out = append(out, g.tierName(s.Loyalty.Tier))
	}
	if l := s.LifeCycle; l != nil {
		out = append(out, g.p.Pick(l.Stage.Label(), l.Stage.LabelZH()))
	}
	if s.Survey != nil && s.Survey.unhappy() {
		out = append(out, g.p.Say("Unhappy"))
	}
	return out
}

// lead is the guest in two sentences.
func (g *guestPage) lead() string {
	h := g.sheet.History
	visits := lang.Count(g.p, h.Visits, "visit", "visits")
	if h.Nights != nil {
		visits = g.p.Say("%s with %s", visits, lang.Count(g.p, *h.Nights, "night", "nights"))
	}
	since := ""
	if h.First != nil && h.Visits > 1 {
		since = g.p.Say(" since %s", g.date(*h.First))
	}
	text := g.p.Say("%s%s, last %s, brought %s.", visits, since, g.ago(), g.amount(h.Revenue))
	if p := g.place("revenue"); p.others() > 0 {
		text += g.p.Say(" That is more than %s of the guests.", g.share(p))
	}
	return text
}

// todo is what to do, the most pressing first.
func (g *guestPage) todo() []doView {
	s, out := g.sheet, []doView(nil)
	add := func(from, text string, now bool) {
		if text != "" {
			out = append(out, doView{from, lang.Capital(text), now})
		}
	}
	add(g.p.Say("Satisfaction"), g.complaint(), s.Survey != nil && s.Survey.unhappy())
	for _, text := range g.notices() {
		add(g.p.Say("Loyalty"), text, true)
	}
	if l := s.LifeCycle; l != nil {
		add(g.p.Say("Life cycle"), g.p.Say(stageActions[l.Stage]), false)
	}
	if s.Segment != nil {
		add(g.p.Say("Segment"), g.p.Say(s.Segment.Action), false)
	}
	if v := s.Value; v.advice != nil {
		add(g.p.Say("Value"), g.p.Pick(v.advice.Action, v.advice.ActionZH), false)
	}
	for k, one := range s.Classes {
		if class := g.classOf(k); one.Why != nil {
			add(g.p.Say("Class"), g.p.Say(class.Action), false)
		}
	}
	return out
}

// keys are the figures at the top.
func (g *guestPage) keys() []keyView {
	s := g.sheet
	out := []keyView{
		{g.ago(), g.p.Say("last in the house"), g.date(s.History.Last)},
		{g.round(s.History.Revenue), g.p.Say("revenue so far"), g.p.Say("%s a visit", g.mean(s.History))},
	}
	if o := s.Outlook; o != nil {
		out = append(out, keyView{rate(o.Alive.is.Value), g.p.Say("still a guest of ours"), g.between(rate(o.Alive.is.Low), rate(o.Alive.is.High))},
			keyView{oneDigit(o.Stays.is.Value), g.p.Say("visits expected in a year"), g.between(oneDigit(o.Stays.is.Low), oneDigit(o.Stays.is.High))})
		if r := o.Residual; r != nil && r.Value != nil {
			note := ""
			if r.Low != nil && r.High != nil {
				note = g.between(g.bare(*r.Low), g.bare(*r.High))
			}
			out = append(out, keyView{g.round(*r.Value), g.p.Say("worth from now on"), note})
		}
	}
	if q := s.Survey; q != nil && q.Score != nil {
		out = append(out, keyView{g.p.Say("%s of %s", onScale(q.value), q.Scale[1].String()), g.p.Say("satisfaction"), g.p.Say("all guests: %s", onScale(q.house))})
	}
	return out
}

func (g *guestPage) mean(h guestHistory) string {
	return g.sheet.Currency + nbsp + g.plainMean(decimal.RequireFromString(h.Revenue), h.Visits)
}

func (g *guestPage) bare(text string) string {
	return wholeMoney(decimal.RequireFromString(text), g.places)
}

func (g *guestPage) between(low, high string) string { return g.p.Say("%s to %s", low, high) }

func (g *guestPage) gaps() []fact {
	var out []fact
	for _, one := range g.sheet.NotKnown {
		out = append(out, fact{lang.Capital(g.p.Say(one.What)), lang.Capital(g.p.Say(one.Why)) + g.p.Say(".")})
	}
	return out
}

func (g *guestPage) facts() []fact {
	out := []fact{
		{g.p.Say("Input"), g.p.Say(g.sheet.File)},
		{g.p.Say("Analysis date"), g.date(g.sheet.AsOf)},
		{g.p.Say("Guests of the report"), grouped(g.sheet.Guests)},
		{g.p.Say("Made with"), "hotelcrm"},
		{"SHA-256", g.sheet.SHA256},
	}
	if len(g.sheet.Guest) > len(shortened(g.sheet.Guest)) {
		out = append([]fact{{g.p.Say("Guest"), g.sheet.Guest}}, out...)
	}
	return out
}
