package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"html/template"
	"net/http"
	"net/url"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

//go:embed *.html
var templates embed.FS

//go:embed desk.css
var deskCSS string

var (
	pages   = template.Must(template.ParseFS(templates, "*.html"))
	pageCSS = "\n" + style.Base + style.Page + deskCSS
	cssHash = sha256.Sum256([]byte(pageCSS))

	// contentPolicy allows the pages' own style and forms, and nothing else: no script at all.
	contentPolicy = "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(cssHash[:]) +
		"'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

// page is what every page has.
type page struct {
	lang.Printer
	Title, Sub string
	Path       string // of the page
	House      string // whose arrivals the reader looks at; empty: those of all
	Query      string // what is searched for
	Date       hotelcrm.Date
}

func (p page) CSS() template.CSS { return template.CSS(pageCSS) }

// HTMLLang returns the language as browsers want it.
func (p page) HTMLLang() string { return htmlLang(p.Printer) }

// OtherLang returns the other language.
func (p page) OtherLang() string { return htmlLang(otherLang(p.Printer)) }

// Home reports whether this is the page that all others lead back to.
func (p page) Home() bool { return p.Path == "/" }

// Start returns the address of the page of arrivals.
func (p page) Start() string { return p.at("/", p.Printer, p.House) }

// Card returns the address of a guest's card.
func (p page) Card(guest string) string { return p.at(cardPath(guest), p.Printer, p.House) }

// Other returns the address of the same page in the other language.
func (p page) Other() string {
	out := p.at(p.Path, otherLang(p.Printer), p.House)
	if p.Query != "" {
		out += "&q=" + url.QueryEscape(p.Query)
	}
	return out
}

// at returns an address with what a reader takes along from page to page: the language and the house.
func (p page) at(path string, l lang.Printer, house string) string {
	path += "?lang=" + l.Code()
	if house != "" {
		path += "&property=" + url.QueryEscape(house)
	}
	return path
}

// OtherName returns the other language in its own words.
func (p page) OtherName() string {
	if p.Chinese() {
		return "English"
	}
	return "中文"
}

func cardPath(guest string) string { return "/guests/" + url.PathEscape(guest) }

// house returns the property whose arrivals a reader asks for, empty for none that can be.
func house(r *http.Request) string {
	asked := r.URL.Query().Get("property")
	if id("property", asked) != nil {
		return ""
	}
	return asked
}

func otherLang(p lang.Printer) lang.Printer {
	if p.Chinese() {
		return english
	}
	return chinese
}

func htmlLang(p lang.Printer) string {
	if p.Chinese() {
		return "zh-CN"
	}
	return p.Code()
}

// show writes a page.
func (s *Server) show(w http.ResponseWriter, r *http.Request, name string, status int, view any) {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, view); err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Vary", "Accept-Language")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the client may be gone
}

// problemPage says in words that a page cannot be shown.
func (s *Server) problemPage(w http.ResponseWriter, r *http.Request, err error) {
	p, fault := problemOf(err)
	f := about(r)
	f.problem = p.Type
	if fault {
		f.blame(err)
	}
	l := language(r)
	text := l.Say("Please try again.")
	if errors.Is(err, desk.ErrNoGuest) {
		text = l.Say("Nothing is known of this guest.")
	}
	view := struct {
		page
		Text string
	}{page{Printer: l, Title: l.Say("This cannot be shown"), Path: r.URL.EscapedPath(), House: house(r)}, text}
	s.show(w, r, "problem.html", p.Status, view)
}

// startPage shows the search and today's arrivals.
func (s *Server) startPage(w http.ResponseWriter, r *http.Request) {
	l, q := language(r), r.URL.Query().Get("q")
	if text("q", q, 0, mostText) != nil {
		q = ""
	}
	at := house(r)
	list, err := s.desk.ArrivalsAt(r.Context(), at, 0)
	if _, unknown := errors.AsType[*hotelcrm.ParamError](err); unknown { // as where it can be none at all
		at = ""
		list, err = s.desk.Arrivals(r.Context(), 0)
	}
	var found []store.Found
	if err == nil && q != "" {
		found, err = s.desk.Find(r.Context(), q, mostFound)
	}
	if err != nil {
		s.problemPage(w, r, err)
		return
	}
	view := struct {
		page
		Found  []store.Found
		Houses []houseLink
		Rows   []arrivalRow
		More   int
	}{page{Printer: l, Title: l.Say("Arrivals"), Sub: at, Path: "/", House: at, Query: q, Date: list.Date}, found, nil, nil, list.More}
	view.Houses = view.houses(list)
	for i := range list.Arrivals {
		view.Rows = append(view.Rows, newArrivalRow(l, &list.Arrivals[i]))
	}
	s.show(w, r, "start.html", http.StatusOK, view)
}

// cardPage shows the card of a guest.
func (s *Server) cardPage(w http.ResponseWriter, r *http.Request) {
	guest, l := r.PathValue("guest"), language(r)
	about(r).guest = guest
	err := id("guest", guest)
	var card *desk.Card
	if err == nil {
		card, err = s.desk.Card(r.Context(), guest)
	}
	if err != nil {
		s.problemPage(w, r, err)
		return
	}
	title, sub := card.Name, guest
	if title == "" {
		title, sub = guest, ""
	}
	view := cardView{page: page{Printer: l, Title: title, Sub: sub, Date: card.AsOf, Path: cardPath(guest), House: house(r)}, card: card}
	view.build()
	s.show(w, r, "card.html", http.StatusOK, view)
}
