package main

import (
	"bytes"
	"context"
	_ "embed"
	"html/template"
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
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
		list = append(list, file{prose.Path(opt.save), made(func() ([]byte, error) { return renderThresholds(a) })})
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
	page, err := template.New(guestPageName).Funcs(g.Funcs()).Parse(guestHTML)
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
	var chips []string
	for _, one := range v.Chips {
		chips = append(chips, one.Text)
	}
	lines := []string{v.Name + ": " + strings.Join(chips, ", "), v.Lead}
	for _, one := range v.Do {
		lines = append(lines, "- "+one.From+": "+one.Text)
	}
	lines = append(lines, g.Say("written to %s: %s, %s", prose.Path(g.opt.out), guestPageName, guestSheetName))
	_, err := io.WriteString(to, prose.Plain(strings.Join(lines, "\n"))+"\n")
	return err
}

// guestView is what the page shows: texts that are ready to print.
type guestView struct {
	CSS                     template.CSS
	Lang, Name, Title, Date string
	Chips                   []chipView
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
		CSS: template.CSS(style.Base + style.Page + guestCSS), Lang: g.Code(), Name: prose.Shortened(s.Guest),
		Title: g.Say("Guest %s, %s", prose.Shortened(s.Guest), s.AsOf), Date: g.Say("%s, as of %s", g.source(), prose.Day(g.Printer, s.AsOf)),
		Chips: g.chips(), Lead: g.lead(), Do: g.todo(), Keys: g.keys(), Stays: g.stays(), Scores: g.axes(), Reasons: g.reasonViews(),
		Worth: g.worthFacts(), WorthBasis: g.worthBasis(), Survey: g.surveyView(), Tier: g.tierView(), Places: g.placeViews(),
		PlaceRule: g.placeRule(), Gaps: g.gaps(), Facts: g.facts(),
	}
}

// amount writes money of the sheet with its currency.
func (g *guestPage) amount(text string) string {
	return g.sheet.Currency + prose.NBSP + prose.Group(text)
}

// round writes money of the sheet for a headline.
func (g *guestPage) round(text string) string {
	return g.sheet.Currency + prose.NBSP + prose.WholeMoney(decimal.RequireFromString(text), g.places)
}

func (g *guestPage) days(n int) string { return lang.Count(g.Printer, n, "day", "days") }

// ago writes how long ago the guest was last in the house.
func (g *guestPage) ago() string {
	h := g.sheet.History
	switch n := g.sheet.AsOf.DaysSince(h.Last); {
	case h.InHouse:
		return g.Say("in the house today")
	case n == 1:
		return g.Say("yesterday")
	default:
		return g.Say("%s ago", g.days(n))
	}
}

// chipView is the guest in a word.
type chipView struct {
	Text string
	Bad  bool // something is wrong
}

func (g *guestPage) chips() []chipView {
	s, out := g.sheet, []chipView(nil)
	if s.Segment != nil {
		out = append(out, chipView{Text: g.Pick(s.Segment.Label, s.Segment.LabelZH)})
	}
	if s.Loyalty != nil {
		out = append(out, chipView{Text: g.tierName(s.Loyalty.Tier)})
	}
	if l := s.LifeCycle; l != nil {
		late := l.Stage == lifecycle.AtRisk || l.Stage == lifecycle.Lapsed
		out = append(out, chipView{g.Pick(l.Stage.Label(), l.Stage.LabelZH()), late})
	}
	if s.Survey != nil && s.Survey.unhappy() {
		out = append(out, chipView{g.Say("Unhappy"), true})
	}
	return out
}

// lead is the guest in two sentences.
func (g *guestPage) lead() string {
	h := g.sheet.History
	visits := lang.Count(g.Printer, h.Visits, "visit", "visits")
	if h.Nights != nil {
		visits = g.Say("%s with %s", visits, lang.Count(g.Printer, *h.Nights, "night", "nights"))
	}
	since := ""
	if h.First != nil && h.Visits > 1 {
		since = g.Say(" since %s", prose.Day(g.Printer, *h.First))
	}
	text := g.Say("%s%s, last %s, brought %s.", visits, since, g.ago(), g.amount(h.Revenue))
	if p := g.place("revenue"); p.Others() > 0 {
		text += g.Say(" That is more than %s of the other guests.", g.share(p))
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
	add(g.Say("Satisfaction"), g.complaint(), s.Survey != nil && s.Survey.unhappy())
	for _, text := range g.notices() {
		add(g.Say("Loyalty"), text, true)
	}
	if stage := s.OnArrival; stage != 0 {
		add(g.Say("Life cycle"), g.Say(stageActions[stage]), false)
	}
	if s.Segment != nil {
		add(g.Say("Segment"), g.Pick(s.Segment.Action, s.Segment.ActionZH), false)
	}
	if v := s.Value; v.advice != nil {
		add(g.Say("Value"), g.Pick(v.advice.Action, v.advice.ActionZH), false)
	}
	for k, one := range s.Classes {
		if class := g.classOf(k); one.Why != nil {
			add(g.Say("Class"), g.Pick(class.Action, class.ActionZH), false)
		}
	}
	return out
}

// keys are the figures at the top.
func (g *guestPage) keys() []keyView {
	s := g.sheet
	out := []keyView{
		{g.ago(), g.Say("last in the house"), prose.Day(g.Printer, s.History.Last)},
		{g.round(s.History.Revenue), g.Say("revenue so far"), g.Say("%s a visit", g.mean(s.History))},
	}
	if o := s.Outlook; o != nil {
		out = append(out, keyView{g.chance(o.Alive.is.Value), g.Say("still a guest of ours"), g.between(g.chance(o.Alive.is.Low), g.chance(o.Alive.is.High))},
			keyView{g.times(o.Stays.is.Value), g.Say("visits expected in a year"), g.between(g.times(o.Stays.is.Low), g.times(o.Stays.is.High))})
		if r := o.Residual; r != nil && r.Value != nil {
			note := ""
			if r.Low != nil && r.High != nil {
				note = g.between(g.bare(*r.Low), g.bare(*r.High))
			}
			out = append(out, keyView{g.round(*r.Value), g.Say("worth from now on"), note})
		}
	}
	if q := s.Survey; q != nil && q.Score != nil {
		out = append(out, keyView{g.Say("%s of %s", prose.OnScale(q.value), q.Scale[1].String()), g.Say("satisfaction"), g.Say("all guests: %s", prose.OnScale(q.house))})
	}
	return out
}

func (g *guestPage) mean(h guestHistory) string {
	return g.sheet.Currency + prose.NBSP + prose.Mean(decimal.RequireFromString(h.Revenue), h.Visits, g.places)
}

func (g *guestPage) bare(text string) string {
	return prose.WholeMoney(decimal.RequireFromString(text), g.places)
}

func (g *guestPage) between(low, high string) string { return g.Say("%s to %s", low, high) }

// chance writes a probability; what is small is not nothing, and nothing expected is certain.
func (g *guestPage) chance(p float64) string {
	const least, most = 0.0005, 0.9995
	switch {
	case p < least:
		return "<" + prose.NBSP + g.Percent("0.1")
	case p >= most:
		return ">" + prose.NBSP + g.Percent("99.9")
	}
	return g.Percent(strconv.FormatFloat(100*p, 'f', 1, 64))
}

// times writes an expected number of visits.
func (g *guestPage) times(x float64) string {
	const least = 0.005
	if x < least {
		return "<" + prose.NBSP + "0.01"
	}
	return prose.Fixed(x, 2)
}

func (g *guestPage) gaps() []fact {
	var out []fact
	for _, one := range g.sheet.NotKnown {
		out = append(out, fact{lang.Capital(g.Say(one.What)), lang.Capital(g.Say(one.Why)) + g.Say(".")})
	}
	return out
}

func (g *guestPage) facts() []fact {
	out := []fact{
		{g.Say("Input"), g.source()},
		{g.Say("Analysis date"), prose.Day(g.Printer, g.sheet.AsOf)},
		{g.Say("Guests of the report"), prose.Whole(g.sheet.Guests)},
		{g.Say("Made with"), "hotelcrm"},
		{"SHA-256", g.sheet.SHA256},
	}
	if len(g.sheet.Guest) > len(prose.Shortened(g.sheet.Guest)) {
		out = append([]fact{{g.Say("Guest"), g.sheet.Guest}}, out...)
	}
	return out
}
