package guestpage

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/guest"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/shopspring/decimal"
)

// Name is the name of the file.
const Name = "guest.html"

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// Page says a sheet in words.
type Page struct {
	lang.Printer
	*reckon.Report
	Sheet *guest.Sheet
}

// New returns the page of the guest that -guest names.
//
// Errors: an id of nobody, before anything is reckoned further.
func New(p lang.Printer, a *reckon.Report, id string) (*Page, error) {
	i, err := guest.Find(a.Summaries, id)
	if err != nil {
		return nil, err
	}
	if err := a.Finish(); err != nil {
		return nil, err
	}
	sheet, err := guest.New(a, i)
	return &Page{p, a, sheet}, err
}

// Render returns guest.html: one file with its style and picture inside, without a script.
func (g *Page) Render() ([]byte, error) {
	page, err := template.New(Name).Funcs(g.Funcs()).Parse(words.Begin + pageHTML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, g.view())
	return b.Bytes(), err
}

// Print prints what is to be read in ten seconds.
func (g *Page) Print(to io.Writer, folder string) error {
	v := g.view()
	var chips []string
	for _, one := range v.Chips {
		chips = append(chips, one.Text)
	}
	lines := []string{g.Say("%s: %s", v.Name, strings.Join(chips, g.Say(", "))), v.Lead}
	for _, one := range v.Do {
		lines = append(lines, "- "+g.Say("%s: %s", one.When, one.Text))
	}
	lines = append(lines, g.Say("written to %s: %s, %s", prose.Path(folder), Name, guest.Name))
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
	Keys                    []words.Key
	Stays                   staysView
	Scores                  []guestAxisView
	Reasons                 []whyView
	Worth                   []worthView
	WorthBasis              []words.Fact
	Survey                  *guestSurveyView
	Tier                    *guestTierView
	Places                  []placeView
	PlaceRule               string
	Gaps                    []words.Fact
	Facts                   []words.Fact
}

func (g *Page) view() guestView {
	s := g.Sheet
	return guestView{
		CSS: template.CSS(style.Base + style.Page + pageCSS), Lang: g.Code(), Name: prose.Shortened(s.Guest),
		Title: g.Say("Guest %s, %s", prose.Shortened(s.Guest), s.AsOf), Date: g.Say("%s, as of %s", words.Source(g.Printer, g.Data), prose.Day(g.Printer, s.AsOf)),
		Chips: g.chips(), Lead: g.lead(), Do: g.todo(), Keys: g.keys(), Stays: g.stays(), Scores: g.axes(), Reasons: g.reasonViews(),
		Worth: g.worthViews(), WorthBasis: g.worthBasis(), Survey: g.surveyView(), Tier: g.tierView(), Places: g.placeViews(),
		PlaceRule: g.placeRule(), Gaps: g.gaps(), Facts: g.facts(),
	}
}

// amount writes money of the sheet with its currency.
func (g *Page) amount(text string) string {
	return g.Sheet.Currency + prose.NBSP + prose.Group(text)
}

// round writes money of the sheet for a headline.
func (g *Page) round(text string) string {
	return g.Sheet.Currency + prose.NBSP + prose.WholeMoney(decimal.RequireFromString(text), g.Places)
}

func (g *Page) days(n int) string { return lang.Count(g.Printer, n, "day", "days") }

// ago writes how long ago the guest was last in the house.
func (g *Page) ago() string {
	h := g.Sheet.History
	switch n := g.Sheet.AsOf.DaysSince(h.Last); {
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

func (g *Page) chips() []chipView {
	s, out := g.Sheet, []chipView(nil)
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
	if s.Survey != nil && s.Survey.Unhappy() {
		out = append(out, chipView{g.Say("Unhappy"), true})
	}
	return out
}

// lead is the guest in two sentences.
func (g *Page) lead() string {
	h := g.Sheet.History
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

// keys are the figures at the top.
func (g *Page) keys() []words.Key {
	s := g.Sheet
	out := []words.Key{
		{Value: g.ago(), Label: g.Say("last in the house"), Note: prose.Day(g.Printer, s.History.Last)},
		{Value: g.round(s.History.Revenue), Label: g.Say("revenue so far"), Note: g.Say("%s a visit", g.mean(s.History))},
	}
	if o := s.Outlook; o != nil {
		out = append(out, words.Key{Value: g.chance(o.Alive.Prediction.Value), Label: g.Say("still a guest of ours")},
			words.Key{Value: g.times(o.Stays.Prediction.Value), Label: g.Say("visits expected in a year"), Note: odds.Text(g.Printer, o.Counts.Next)})
		if r := o.Residual; r != nil && r.Value != nil {
			out = append(out, words.Key{Value: g.round(*r.Value), Label: g.Say("worth from now on"), Note: odds.RestsOn(g.Printer, o.Repeats)})
		}
	}
	if q := s.Survey; q != nil && q.Score != nil {
		out = append(out, words.Key{Value: g.Say("%s of %s", prose.OnScale(q.Value), q.Scale[1].String()), Label: g.Say("satisfaction"), Note: g.Say("all guests: %s", prose.OnScale(q.HousePoints))})
	}
	return out
}

func (g *Page) mean(h guest.History) string {
	return g.Sheet.Currency + prose.NBSP + prose.Mean(decimal.RequireFromString(h.Revenue), h.Visits, g.Places)
}

func (g *Page) between(low, high string) string { return g.Say("%s to %s", low, high) }

// chance writes a probability; what is small is not nothing, and nothing expected is certain.
func (g *Page) chance(p float64) string {
	const least, most = 0.0005, 0.9995
	switch {
	case p < least:
		return "<" + prose.NBSP + g.Percent("0.1")
	case p >= most:
		return ">" + prose.NBSP + g.Percent("99.9")
	}
	return g.Percent(lang.Fixed(100*p, 1))
}

// times writes an expected number of visits.
func (g *Page) times(x float64) string {
	const least = 0.005
	if x < least {
		return "<" + prose.NBSP + "0.01"
	}
	return prose.Fixed(x, 2)
}

func (g *Page) gaps() []words.Fact {
	var out []words.Fact
	for _, one := range g.Sheet.NotKnown {
		out = append(out, words.Fact{Name: lang.Capital(g.Say(one.What)), Value: lang.Capital(g.Say(one.Why)) + g.Say(".")})
	}
	return out
}

func (g *Page) facts() []words.Fact {
	out := []words.Fact{
		{Name: g.Say("Input"), Value: words.Source(g.Printer, g.Data)},
		{Name: g.Say("Analysis date"), Value: prose.Day(g.Printer, g.Sheet.AsOf)},
		{Name: g.Say("Guests of the report"), Value: prose.Whole(g.Sheet.Guests)},
		{Name: g.Say("Made with"), Value: "hotelcrm"},
		{Name: "SHA-256", Value: g.Sheet.SHA256},
	}
	if len(g.Sheet.Guest) > len(prose.Shortened(g.Sheet.Guest)) {
		out = append([]words.Fact{{Name: g.Say("Guest"), Value: g.Sheet.Guest}}, out...)
	}
	return out
}
