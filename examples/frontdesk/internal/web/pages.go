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
	"github.com/hotelcrm/hotelcrm/examples/internal/style"
)

//go:embed *.html
var templates embed.FS

//go:embed desk.css
var deskCSS string

var (
	pages   = template.Must(template.ParseFS(templates, "*.html"))
	pageCSS = "\n" + style.Base + deskCSS
	cssHash = sha256.Sum256([]byte(pageCSS))

	// contentPolicy allows the pages' own style and forms, and nothing else: no script at all.
	contentPolicy = "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(cssHash[:]) +
		"'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

// page is what every page has.
type page struct {
	Lang, Title, Sub, Query string
	Other                   string // the same page in the other language
	Home                    bool
	Date                    hotelcrm.Date
}

func (p page) CSS() template.CSS { return template.CSS(pageCSS) }

// Say returns a text in the language of the page.
func (p page) Say(key string) string { return say(p.Lang, key) }

// HTMLLang returns the language as browsers want it.
func (p page) HTMLLang() string { return htmlLang(p.Lang) }

// OtherLang returns the other language.
func (p page) OtherLang() string { return htmlLang(otherLang(p.Lang)) }

// Card returns the address of a guest's card.
func (p page) Card(guest string) string { return cardURL(guest, p.Lang) }

func cardURL(guest, lang string) string { return "/guests/" + url.PathEscape(guest) + "?lang=" + lang }

func otherLang(lang string) string {
	if lang == chinese {
		return english
	}
	return chinese
}

func htmlLang(lang string) string {
	if lang == chinese {
		return "zh-CN"
	}
	return lang
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
		f.fault = err
	}
	lang := language(r)
	text := "later"
	if errors.Is(err, desk.ErrNoGuest) {
		text = "noGuest"
	}
	view := struct {
		page
		Text string
	}{page{Lang: lang, Title: say(lang, "problem"), Other: "/?lang=" + otherLang(lang)}, say(lang, text)}
	s.show(w, r, "problem.html", p.Status, view)
}

// startPage shows the search and today's arrivals.
func (s *Server) startPage(w http.ResponseWriter, r *http.Request) {
	lang, q := language(r), r.URL.Query().Get("q")
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
	other := url.Values{"lang": {otherLang(lang)}}
	if q != "" {
		other.Set("q", q)
	}
	view := struct {
		page
		Found []store.Found
		Rows  []arrivalRow
		More  int
	}{page{Lang: lang, Title: say(lang, "arrivals"), Query: q, Home: true, Date: list.Date, Other: "/?" + other.Encode()}, found, nil, list.More}
	for i := range list.Arrivals {
		view.Rows = append(view.Rows, newArrivalRow(lang, &list.Arrivals[i]))
	}
	s.show(w, r, "start.html", http.StatusOK, view)
}

// cardPage shows the card of a guest.
func (s *Server) cardPage(w http.ResponseWriter, r *http.Request) {
	guest, lang := r.PathValue("guest"), language(r)
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
	view := cardView{page: page{Lang: lang, Title: title, Sub: sub, Date: card.AsOf, Other: cardURL(guest, otherLang(lang))}, card: card}
	view.build()
	s.show(w, r, "card.html", http.StatusOK, view)
}
