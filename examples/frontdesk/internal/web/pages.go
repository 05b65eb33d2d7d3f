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
	Title, Sub, Query string
	Other             string // the same page in the other language
	Home              bool
	Date              hotelcrm.Date
}

func (p page) CSS() template.CSS { return template.CSS(pageCSS) }

// HTMLLang returns the language as browsers want it.
func (p page) HTMLLang() string { return htmlLang(p.Printer) }

// OtherLang returns the other language.
func (p page) OtherLang() string { return htmlLang(otherLang(p.Printer)) }

// Card returns the address of a guest's card.
func (p page) Card(guest string) string { return cardURL(guest, p.Printer) }

// OtherName returns the other language in its own words.
func (p page) OtherName() string {
	if p.Chinese() {
		return "English"
	}
	return "中文"
}

func cardURL(guest string, p lang.Printer) string {
	return "/guests/" + url.PathEscape(guest) + "?lang=" + p.Code()
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
	}{page{Printer: l, Title: l.Say("This cannot be shown"), Other: "/?lang=" + otherLang(l).Code()}, text}
	s.show(w, r, "problem.html", p.Status, view)
}

// startPage shows the search and today's arrivals.
func (s *Server) startPage(w http.ResponseWriter, r *http.Request) {
	l, q := language(r), r.URL.Query().Get("q")
	if text("q", q, 0, mostText) != nil {
		q = ""
	}
	list, err := s.desk.Arrivals(r.Context(), 0)
	var found []store.Found
	if err == nil && q != "" {
		found, err = s.desk.Find(r.Context(), q, mostFound)
	}
	if err != nil {
		s.problemPage(w, r, err)
		return
	}
	other := url.Values{"lang": {otherLang(l).Code()}}
	if q != "" {
		other.Set("q", q)
	}
	view := struct {
		page
		Found []store.Found
		Rows  []arrivalRow
		More  int
	}{page{Printer: l, Title: l.Say("Arrivals"), Query: q, Home: true, Date: list.Date, Other: "/?" + other.Encode()}, found, nil, list.More}
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
	view := cardView{page: page{Printer: l, Title: title, Sub: sub, Date: card.AsOf, Other: cardURL(guest, otherLang(l))}, card: card}
	view.build()
	s.show(w, r, "card.html", http.StatusOK, view)
}
