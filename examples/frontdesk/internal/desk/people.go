package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// ErrEnrolled is returned for another date of enrolment of a member.
var ErrEnrolled = errors.New("desk: the guest is a member since another date")

// Enrol keeps a membership: a new one, or a new name or grants of a member.
//
// Errors: a [*hotelcrm.ParamError] for a date after the business date, a [*hotelcrm.RowError] for a grant that cannot
// be, [ErrEnrolled], [ErrReused].
func (d *Desk) Enrol(ctx context.Context, r Request, m Member) (store.Reply, error) {
	var due settlements
	ahead := func(tx *store.Tx, k *knowledge) error {
		if _, _, err := k.checkMember(tx, &m); err != nil {
			return err
		}
		one, err := d.reckon(tx, k, m.Guest, change{member: &m})
		due = settlements{m.Guest: one}
		return err
	}
	return d.onceFor(ctx, r, m.Guest, ahead, func(tx *store.Tx, k *knowledge) (int, any, error) { return d.keepMember(tx, k, &m, due) })
}

func (d *Desk) keepMember(tx *store.Tx, k *knowledge, m *Member, due settlements) (int, any, error) {
	status, known, err := k.checkMember(tx, m)
	if err != nil {
		return 0, nil, err
	}
	code := http.StatusCreated
	if known {
		code = http.StatusOK
	}
	if _, err := d.settle(tx, k, m.Guest, change{member: m}, due); err != nil { // stays since an earlier enrolment earn by now
		return 0, nil, err
	}
	return code, Enrolled{Guest: m.Guest, Enrolled: m.Enrolled, Tier: status.Tier}, tx.PutMember(m.Guest, m.Name, *m)
}

// checkMember refuses a membership that cannot be. It returns the status by grants alone, and whether the guest is a
// member.
func (k *knowledge) checkMember(tx *store.Tx, m *Member) (status loyalty.Status, known bool, err error) {
	if m.Enrolled > k.House.BusinessDate {
		return status, false, &hotelcrm.ParamError{Param: "enrolled", Value: m.Enrolled.String(), Allowed: "a date up to the business date"}
	}
	var old Member
	if known, err = tx.Member(m.Guest, &old); err != nil {
		return status, false, err
	}
	if known && old.Enrolled != m.Enrolled {
		return status, true, ErrEnrolled
	}
	member := &loyalty.Member{ID: m.Guest, Enrolled: m.Enrolled, Grants: m.Grants}
	status, err = k.engine.Status(member, loyalty.AsOf{On: k.House.BusinessDate})
	return status, known, err
}

// Enrolled is the answer to a membership.
type Enrolled struct {
	Guest    string        `json:"guest"`
	Enrolled hotelcrm.Date `json:"enrolled"`
	Tier     string        `json:"tier"` // from grants alone
}

// Answers is one questionnaire that came back: an answer to each question that was answered.
type Answers struct {
	ID       string                 `json:"id"`
	Guest    string                 `json:"guest"`
	Answered hotelcrm.Date          `json:"answered"`
	Answers  map[string]json.Number `json:"answers"`
}

// Scored is the answer to a questionnaire.
type Scored struct {
	ID    string              `json:"id"`
	Guest string              `json:"guest"`
	Score *satisfaction.Score `json:"score,omitempty"` // none if too little was answered
}

// ErrKnown is returned for a questionnaire or a consent whose id is known.
var ErrKnown = errors.New("desk: it came before")

// TakeAnswers keeps a questionnaire.
//
// Errors: a [*hotelcrm.ParamError] for an unknown question or an answer that its scale does not know, [ErrKnown],
// [ErrReused].
func (d *Desk) TakeAnswers(ctx context.Context, r Request, a Answers) (store.Reply, error) {
	return d.once(ctx, r, func(tx *store.Tx, k *knowledge) (int, any, error) {
		if a.Answered > k.House.BusinessDate {
			return 0, nil, &hotelcrm.ParamError{Param: "answered", Value: a.Answered.String(), Allowed: "a date up to the business date"}
		}
		row, err := k.row(&a)
		if err != nil {
			return 0, nil, err
		}
		kept, err := tx.PutAnswers(a.ID, a.Guest, a.Answered, a)
		if err == nil && !kept {
			err = ErrKnown
		}
		out := Scored{ID: a.ID, Guest: a.Guest}
		if score, ok := k.survey.Score(row); ok {
			out.Score = &score
		}
		return http.StatusCreated, out, err
	})
}

// row reads answers as a row of the form.
func (k *knowledge) row(a *Answers) ([]satisfaction.Answer, error) {
	form := k.survey.Form()
	row := make([]satisfaction.Answer, form.Len())
	for _, id := range slices.Sorted(maps.Keys(a.Answers)) {
		i, ok := form.Index(id)
		if !ok {
			return nil, &hotelcrm.ParamError{Param: "answers", Value: fmt.Sprintf("%.40q", id), Allowed: "questions of the survey"}
		}
		answer, err := form.Parse(i, a.Answers[id].String(), nil)
		if err != nil {
			return nil, &hotelcrm.ParamError{Param: "answers." + id, Value: fmt.Sprintf("%.40s", a.Answers[id]), Allowed: "points of the scale"}
		}
		row[i] = answer
	}
	return row, nil
}

// TakeConsent keeps a grant or withdrawal of consent. Its id is that of the request, for good.
//
// Errors: a [*hotelcrm.ParamError] for a date after the business date, [ErrKnown] for a request whose answer was
// forgotten, [ErrReused].
func (d *Desk) TakeConsent(ctx context.Context, r Request, guest string, c store.Consent) (store.Reply, error) {
	return d.once(ctx, r, func(tx *store.Tx, k *knowledge) (int, any, error) {
		if c.Given > k.House.BusinessDate {
			return 0, nil, &hotelcrm.ParamError{Param: "given", Value: c.Given.String(), Allowed: "a date up to the business date"}
		}
		kept, err := tx.PutConsent(r.ID, guest, c)
		if err == nil && !kept {
			err = ErrKnown
		}
		if err != nil {
			return 0, nil, err
		}
		flags, err := consentFlags(tx, guest)
		return http.StatusCreated, ConsentTaken{Guest: guest, Consent: flags}, err
	})
}

// ConsentTaken is the answer to a grant or withdrawal: all that is in force.
type ConsentTaken struct {
	Guest   string          `json:"guest"`
	Consent []store.Consent `json:"consent"`
}

// consentFlags returns what holds for each purpose and channel: what was said last, and on one date a withdrawal. What
// was never granted is not in the list and is not allowed.
func consentFlags(tx *store.Tx, guest string) ([]store.Consent, error) {
	all, err := tx.Consents(guest)
	last := map[[2]string]store.Consent{}
	for _, c := range all {
		last[[2]string{c.Purpose, c.Channel}] = c
	}
	out := []store.Consent{}
	for _, key := range slices.SortedFunc(maps.Keys(last), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		out = append(out, last[key])
	}
	return out, err
}
