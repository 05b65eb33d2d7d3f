package web

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// request is a body that can tell what is wrong with it.
type request interface{ check() error }

// read reads a body strictly and checks it.
func read[T request](body []byte) (T, error) {
	var out T
	if err := strict(body, &out); err != nil {
		return out, err
	}
	return out, out.check()
}

type (
	stayRequest    struct{ hotelcrm.Stay }
	answersRequest struct {
		ID       string                 `json:"id"`
		Guest    string                 `json:"guest"`
		Answered hotelcrm.Date          `json:"answered"`
		Answers  map[string]json.Number `json:"answers"`
	}
	memberRequest struct {
		Guest    string          `json:"guest"`
		Name     string          `json:"name"`
		Enrolled hotelcrm.Date   `json:"enrolled"`
		Grants   []loyalty.Grant `json:"grants"`
	}
	consentRequest struct {
		Guest   string        `json:"guest"`
		Purpose string        `json:"purpose"`
		Channel string        `json:"channel"`
		Granted *bool         `json:"granted"`
		Given   hotelcrm.Date `json:"given"`
	}
	redeemRequest struct {
		Guest  string `json:"guest"`
		Points int64  `json:"points"`
		Reason string `json:"reason"`
	}
	holdRequest struct {
		redeemRequest
		Until hotelcrm.Date `json:"until"`
	}
	captureRequest struct {
		Guest  string `json:"guest"`
		Hold   string `json:"hold"`
		Points int64  `json:"points"`
	}
	releaseRequest struct {
		Guest string `json:"guest"`
		Hold  string `json:"hold"`
	}
	voidRequest struct {
		Guest  string `json:"guest"`
		Ref    string `json:"ref"`
		Reason string `json:"reason"`
	}
)

const (
	mostText    = 64 // bytes of an id or code
	mostName    = 120
	mostAnswers = 100
	mostGrants  = 20
	mostPoints  = 1_000_000_000_000
)

func (r stayRequest) check() error {
	codes := [][2]string{
		{"rateCode", r.RateCode},
		{"market", r.Market},
		{"source", r.Source},
		{"channel", r.Channel},
		{"booking", r.Booking},
		{"company", r.Company},
		{"agent", r.Agent},
		{"block", r.Block},
		{"member", r.Member},
		{"currency", r.Currency},
	}
	for _, pair := range codes {
		if err := text(pair[0], pair[1], 0, mostText); err != nil {
			return err
		}
	}
	return first(id("id", r.ID), id("property", r.Property), id("guest", r.Guest))
}

func (r answersRequest) check() error {
	if len(r.Answers) == 0 || len(r.Answers) > mostAnswers {
		return &fieldError{Field: "answers", Allowed: fmt.Sprintf("1 to %d answers", mostAnswers)}
	}
	for question, answer := range r.Answers {
		if err := first(text("answers", question, 1, mostText), text("answers", answer.String(), 1, 20)); err != nil {
			return err
		}
	}
	return first(id("id", r.ID), id("guest", r.Guest), day("answered", r.Answered))
}

func (r memberRequest) check() error {
	if len(r.Grants) > mostGrants {
		return &fieldError{Field: "grants", Allowed: fmt.Sprintf("at most %d", mostGrants)}
	}
	for _, g := range r.Grants {
		if err := first(text("grants.tier", g.Tier, 0, mostText), text("grants.challenge", g.Challenge, 0, mostText), text("grants.note", g.Note, 0, mostName)); err != nil {
			return err
		}
	}
	return first(id("guest", r.Guest), text("name", r.Name, 0, mostName), day("enrolled", r.Enrolled))
}

func (r consentRequest) check() error {
	if r.Granted == nil {
		return &fieldError{Field: "granted", Allowed: "true or false"}
	}
	return first(id("guest", r.Guest), code("purpose", r.Purpose), code("channel", r.Channel), day("given", r.Given))
}

func (r redeemRequest) check() error {
	return first(id("guest", r.Guest), number("points", r.Points, 1), text("reason", r.Reason, 0, mostName))
}

func (r captureRequest) check() error {
	return first(id("guest", r.Guest), key("hold", r.Hold), number("points", r.Points, 0))
}
func (r releaseRequest) check() error { return first(id("guest", r.Guest), key("hold", r.Hold)) }
func (r voidRequest) check() error {
	return first(id("guest", r.Guest), key("ref", r.Ref), text("reason", r.Reason, 0, mostName))
}

func (r answersRequest) answers() desk.Answers { return desk.Answers(r) }
func (r memberRequest) member() desk.Member    { return desk.Member(r) }
func (r consentRequest) consent() store.Consent {
	return store.Consent{Purpose: r.Purpose, Channel: r.Channel, Granted: *r.Granted, Given: r.Given}
}

// first returns the first error.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// id refuses what passes for another id: blanks at the ends, which systems pad with, and what a path cannot bear.
func id(field, value string) error {
	switch {
	case value == "." || value == ".." || value == "/":
		return &fieldError{Field: field, Allowed: "no id of the form . or .. or /"}
	case strings.TrimSpace(value) != value:
		return &fieldError{Field: field, Allowed: "no blank at either end"}
	}
	return text(field, value, 1, mostText)
}

// text refuses a length out of range and control characters, which spoil logs and pages.
func text(field, value string, least, most int) error {
	odd := strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsPrint(r) })
	if len(value) < least || len(value) > most || odd || !utf8.ValidString(value) {
		return &fieldError{Field: field, Allowed: fmt.Sprintf("%d to %d bytes of printable text", least, most)}
	}
	return nil
}

var (
	keyForm  = regexp.MustCompile(`^[A-Za-z0-9._~-]{8,64}$`)
	codeForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,31}$`)
)

// key is the id of a request.
func key(field, value string) error {
	if !keyForm.MatchString(value) {
		return &fieldError{Field: field, Allowed: "8 to 64 letters, digits or ._~-"}
	}
	return nil
}

func code(field, value string) error {
	if !codeForm.MatchString(value) {
		return &fieldError{Field: field, Allowed: "1 to 32 small letters, digits or -"}
	}
	return nil
}

func day(field string, value hotelcrm.Date) error {
	if value < hotelcrm.DateOf(1950, 1, 1) || value > hotelcrm.MaxDate {
		return &fieldError{Field: field, Allowed: "a date from 1950-01-01, as 2006-01-02"}
	}
	return nil
}

func number(field string, value, least int64) error {
	if value < least || value > mostPoints {
		return &fieldError{Field: field, Allowed: fmt.Sprintf("%d to %d", least, int64(mostPoints))}
	}
	return nil
}
