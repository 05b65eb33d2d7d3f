package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// problem is a problem document of RFC 9457. Type is stable, for programs; Detail is for people.
type problem struct {
	Type     string       `json:"type"`
	Title    string       `json:"title"`
	Status   int          `json:"status"`
	Detail   string       `json:"detail,omitempty"`
	Instance string       `json:"instance,omitempty"` // stands in the log, too
	Errors   []fieldError `json:"errors,omitempty"`
	Reason   string       `json:"reason,omitempty"`  // of a refused command on points
	Asked    int64        `json:"asked,omitempty"`   // points
	Allowed  *int64       `json:"allowed,omitempty"` // points that were available
}

// kind is one type of problem.
type kind struct {
	code   string
	title  string
	status int
}

const problemType = "urn:hotelcrm:problem:"

var (
	isMalformed   = kind{"malformed", "The body cannot be read", http.StatusBadRequest}
	isInvalid     = kind{"invalid", "A value is outside its range", http.StatusUnprocessableEntity}
	isReused      = kind{"key-reused", "The idempotency key was used for another request", http.StatusUnprocessableEntity}
	isConflict    = kind{"conflict", "It does not go with what is known", http.StatusConflict}
	isRefused     = kind{"refused", "The points ledger refuses the command", http.StatusConflict}
	isUnknown     = kind{"not-found", "Nothing is known under this id", http.StatusNotFound}
	isNoRoute     = kind{"no-such-resource", "There is no such resource", http.StatusNotFound}
	isMethod      = kind{"method", "The resource has no such method", http.StatusMethodNotAllowed}
	isLarge       = kind{"too-large", "The body is too large", http.StatusRequestEntityTooLarge}
	isMedia       = kind{"media-type", "The body must be application/json", http.StatusUnsupportedMediaType}
	isOften       = kind{"too-many-requests", "Too many requests", http.StatusTooManyRequests}
	isUnsigned    = kind{"no-token", "A bearer token is needed", http.StatusUnauthorized}
	isForeign     = kind{"foreign-origin", "Another site may not do this", http.StatusForbidden}
	isHost        = kind{"wrong-host", "This service does not go by that host name", http.StatusMisdirectedRequest}
	isUnavailable = kind{"unavailable", "Not possible at present; send it again", http.StatusServiceUnavailable}
	isFault       = kind{"internal", "An error of the service", http.StatusInternalServerError}
)

func (k kind) document(detail string) *problem {
	return &problem{Type: problemType + k.code, Title: k.title, Status: k.status, Detail: detail}
}

// problemOf returns what is said about an error, and whether it is one of the service.
func problemOf(err error) (p *problem, fault bool) {
	if p := wrong(err); p != nil {
		return p, false
	}
	if refused, ok := errors.AsType[*points.RefusedError](err); ok {
		p := isRefused.document(refused.Reason.Error())
		p.Reason = refused.Reason.String()
		if refused.Reason == points.Insufficient {
			p.Asked, p.Allowed = refused.Asked, &refused.Allowed
		}
		return p, false
	}
	switch {
	case errors.Is(err, desk.ErrReused):
		return isReused.document(""), false
	case errors.Is(err, desk.ErrVersion), errors.Is(err, desk.ErrEnrolled), errors.Is(err, desk.ErrKnown):
		return isConflict.document(unprefixed(err)), false
	case errors.Is(err, desk.ErrNoGuest), errors.Is(err, desk.ErrNoMember):
		return isUnknown.document(unprefixed(err)), false
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.Is(err, store.ErrClosed):
		return isUnavailable.document(""), false
	}
	if store.Again(err) {
		return isUnavailable.document("others keep writing to this account"), false
	}
	if store.Unavailable(err) {
		return isUnavailable.document(""), true
	}
	return isFault.document(""), true
}

// wrong returns the problem of an error in the request itself, nil for any other.
func wrong(err error) *problem {
	if m, ok := errors.AsType[malformed](err); ok {
		return isMalformed.document(string(m))
	}
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return isLarge.document("")
	}
	var list []fieldError
	if e, ok := errors.AsType[*fieldError](err); ok {
		list = append(list, *e)
	} else if e, ok := errors.AsType[*hotelcrm.ParamError](err); ok {
		list = append(list, fieldError{e.Param, clip(e.Value), clip(e.Allowed)})
	} else if e, ok := errors.AsType[*hotelcrm.RowError](err); ok {
		list = append(list, fieldError{e.Field, clip(e.Value), clip(e.Err.Error())})
	}
	if list == nil {
		return nil
	}
	p := isInvalid.document("")
	p.Errors = list
	return p
}

// unprefixed returns the text of an error of package desk without its name.
func unprefixed(err error) string {
	for _, one := range []error{desk.ErrVersion, desk.ErrEnrolled, desk.ErrKnown, desk.ErrNoGuest, desk.ErrNoMember} {
		if errors.Is(err, one) {
			return one.Error()[len("desk: "):]
		}
	}
	return ""
}

// write answers with the problem.
func (p *problem) write(w http.ResponseWriter, r *http.Request) {
	p.Instance = "urn:request:" + about(r).id
	about(r).problem = p.Type
	body, err := json.Marshal(p)
	if err != nil {
		panic(err) // cannot be: texts and numbers
	}
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	switch p.Status {
	case http.StatusUnauthorized:
		h.Add("WWW-Authenticate", `Bearer realm="front desk"`)
		h.Add("WWW-Authenticate", `Basic realm="front desk", charset="UTF-8"`)
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		h.Set("Retry-After", "1")
	}
	w.WriteHeader(p.Status)
	_, _ = w.Write(body) // the client may be gone
}
