package web

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// mostBody is how many bytes a body may have.
const mostBody = 64 << 10

// changing returns the handler of a request that changes something.
func changing[T request](s *Server, guest func(T) string, do func(context.Context, desk.Request, T) (store.Reply, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, ok := s.body(w, r)
		if !ok {
			return
		}
		id := strings.Join(r.Header.Values("Idempotency-Key"), ", ") // two of them are none
		if err := key("Idempotency-Key", id); err != nil {
			s.fail(w, r, err)
			return
		}
		request, err := read[T](body)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		about(r).guest = guest(request)
		digest := sha256.Sum256(append([]byte(r.Pattern+"\x00"), body...))
		reply, err := do(r.Context(), desk.Request{ID: id, Digest: digest}, request)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		send(w, reply.Status, reply.Body)
	}
}

// body reads the body of a request.
func (s *Server) body(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		isMedia.document("").write(w, r)
		return nil, false
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBody))
	if err == nil {
		return body, true
	}
	if _, ok := errors.AsType[*http.MaxBytesError](err); !ok {
		err = malformed("the body was cut off or came too slowly")
	}
	s.fail(w, r, err)
	return nil, false
}

// fail answers with the problem of an error. What is wrong with the service is logged; guests' ids are struck out.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	p, fault := problemOf(err)
	if fault {
		about(r).blame(err)
	}
	p.write(w, r)
}

// send answers with JSON.
func send(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // the client may be gone
}

func (s *Server) sendValue(w http.ResponseWriter, r *http.Request, value any, err error) {
	var body []byte
	if err == nil {
		body, err = json.Marshal(value)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	send(w, http.StatusOK, body)
}

func (s *Server) card(w http.ResponseWriter, r *http.Request) {
	guest := r.PathValue("guest")
	about(r).guest = guest
	if err := id("guest", guest); err != nil {
		s.fail(w, r, err)
		return
	}
	card, err := s.desk.Card(r.Context(), guest)
	s.sendValue(w, r, card, err)
}

func (s *Server) arrivals(w http.ResponseWriter, r *http.Request) {
	var on hotelcrm.Date
	if text := r.URL.Query().Get("date"); text != "" {
		var err error
		if on, err = hotelcrm.ParseDate(text); err != nil {
			s.fail(w, r, &fieldError{"date", clip(text), "a date as 2006-01-02"})
			return
		}
	}
	property := r.URL.Query().Get("property")
	if property != "" {
		if err := id("property", property); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	list, err := s.desk.ArrivalsAt(r.Context(), property, on)
	s.sendValue(w, r, list, err)
}

// mostFound is how many guests a search returns.
const mostFound = 20

func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query().Get("q")
	if err := text("q", q, 1, mostText); err != nil {
		s.fail(w, r, err)
		return
	}
	found, err := s.desk.Find(r.Context(), q, mostFound)
	if found == nil {
		found = []store.Found{}
	}
	s.sendValue(w, r, map[string]any{"guests": found}, err)
}

func (s *Server) live(w http.ResponseWriter, _ *http.Request) {
	send(w, http.StatusOK, []byte(`{"status":"up"}`))
}

// ready says whether requests should be sent here: not while the service stops or cannot read its database.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	if s.stopping.Load() || s.db.Ready(r.Context()) != nil {
		isUnavailable.document("").write(w, r)
		return
	}
	send(w, http.StatusOK, []byte(`{"status":"ready"}`))
}
