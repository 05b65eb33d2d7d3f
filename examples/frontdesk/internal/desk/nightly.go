package desk

import (
	"context"
	"fmt"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// Night says what a nightly run did.
type Night struct {
	Date     hotelcrm.Date      `json:"date"` // the new business date
	Stays    hotelcrm.Counts    `json:"stays"`
	Guests   int                `json:"guests"`
	Model    string             `json:"model,omitempty"`
	None     string             `json:"none,omitempty"` // why there is no model
	Moved    int                `json:"moved"`          // guests whose class is another than before
	Lapsed   int                `json:"lapsed"`         // accounts in which points lapsed
	Forgot   int64              `json:"forgot"`         // answers to old requests
	Warnings []hotelcrm.Warning `json:"warnings,omitempty"`
}

// keepRequests is how long a retry of a request gets the answer of the first time.
const keepRequests = 30 * 24 * time.Hour

// Nightly closes the business date and opens the next: it finds the thresholds and fits the models anew from all stays,
// classes all guests, and writes into the ledger which points have lapsed.
//
// Others go on working meanwhile: stays are read as they were at one moment, and what is written is written in small
// pieces. It may be run again for the same date after an interruption. Of two at once for different dates, the one for
// the earlier date fails if the other has saved first.
//
// Input: the new business date, at most [MostNights] after the present one. It is always said, so that a night that is
// run twice does not move the house twice.
// Errors: a [*hotelcrm.ParamError] for a date before the present one, or later than that.
func (d *Desk) Nightly(ctx context.Context, on hotelcrm.Date) (*Night, error) {
	k, all, err := d.take(ctx, on)
	if err != nil {
		return nil, err
	}
	out := &Night{Date: on, Stays: all.summaries.Counts(), Guests: all.summaries.Len(), Warnings: all.summaries.Warnings()}
	k.House.BusinessDate = on
	if all.summaries.Len() > 0 {
		if err := k.learn(all, out); err != nil {
			return nil, err
		}
	}
	if err := d.save(ctx, k); err != nil {
		return nil, err
	}
	if out.Moved, err = d.reclass(ctx, all.summaries); err != nil {
		return nil, err
	}
	if out.Lapsed, err = d.sweep(ctx, on); err != nil {
		return nil, err
	}
	err = d.db.Write(ctx, func(tx *store.Tx) error {
		out.Forgot, err = tx.Forget(d.now().Add(-keepRequests).UnixMilli())
		return err
	})
	return out, err
}

// MostNights is by how many days one run may move the business date. Since it never goes back, a mistyped year would
// otherwise move the house for good; one that was closed for longer moves on in several runs.
const MostNights = 31

func dateError(on, business hotelcrm.Date) error {
	return &hotelcrm.ParamError{Param: "date", Value: on.String(), Allowed: fmt.Sprintf(
		"the business date %s or a later one up to %s, %d days after it", business, business.AddDays(MostNights), MostNights)}
}

// all is every guest's history.
type all struct {
	summaries *hotelcrm.Summaries
	visits    *hotelcrm.Visits
}

// take reads all stays as of the new business date.
func (d *Desk) take(ctx context.Context, on hotelcrm.Date) (*knowledge, *all, error) {
	var k knowledge
	var out all
	err := d.db.Read(ctx, func(tx *store.Tx) error {
		known, err := d.knowledge(tx)
		if err != nil {
			return err
		}
		k = *known // a copy: the night changes it
		if on < k.House.BusinessDate || on > k.House.BusinessDate.AddDays(MostNights) {
			return dateError(on, k.House.BusinessDate)
		}
		register, err := k.register()
		if err != nil {
			return err
		}
		if err := register.AddSeq(tx.EveryStay()); err != nil {
			return err
		}
		if out.visits, err = register.Visits(on, hotelcrm.Window{}); err != nil {
			return err
		}
		out.summaries = out.visits.Summaries()
		return nil
	})
	return &k, &out, err
}

// learn finds thresholds and fits models.
func (k *knowledge) learn(a *all, out *Night) error {
	thresholds, warnings, err := rfm.Fit(a.summaries, rfm.Config{})
	if err != nil {
		return err
	}
	k.Thresholds = &thresholds
	out.Warnings = append(out.Warnings, warnings...)
	if k.Model, err = fit(a); err != nil {
		return err
	}
	if out.None = k.Model.None; k.Model.Fit != nil {
		out.Model = k.Model.Fit.Model.Name()
		out.Warnings = append(out.Warnings, k.Model.Fit.Report.Warnings...)
	}
	return nil
}

// save keeps the business date and what was learnt, all in one write, unless another night has gone further meanwhile.
func (d *Desk) save(ctx context.Context, k *knowledge) error {
	return d.db.Write(ctx, func(tx *store.Tx) error {
		var now House
		if _, err := tx.Get(savedHouse, &now); err != nil {
			return err
		}
		if now.BusinessDate > k.House.BusinessDate {
			return dateError(k.House.BusinessDate, now.BusinessDate)
		}
		if err := tx.Put(savedHouse, k.House); err != nil {
			return err
		}
		if k.Thresholds != nil {
			if err := tx.Put(savedThresholds, k.Thresholds); err != nil {
				return err
			}
		}
		if k.Model == nil {
			return nil
		}
		return tx.Put(savedModel, k.Model)
	})
}

// piece is how many guests are written at once, so that others need not wait long.
const piece = 200

// reclass keeps the class of every guest who has changed it.
func (d *Desk) reclass(ctx context.Context, summaries *hotelcrm.Summaries) (int, error) {
	var moved [][2]string
	err := d.db.Read(ctx, func(tx *store.Tx) error {
		k, err := d.knowledge(tx)
		if err != nil {
			return err
		}
		before, err := tx.Classes()
		if err == nil {
			moved, err = k.moved(summaries, before)
		}
		return err
	})
	for from := 0; from < len(moved) && err == nil; from += piece {
		err = d.db.Write(ctx, func(tx *store.Tx) error {
			for _, m := range moved[from:min(from+piece, len(moved))] {
				if err := tx.PutClass(m[0], m[1], summaries.AsOf()); err != nil {
					return fmt.Errorf("desk: class of a guest: %w", err)
				}
			}
			return nil
		})
	}
	return len(moved), err
}

// moved returns guests whose class is another than before, with the new one.
func (k *knowledge) moved(summaries *hotelcrm.Summaries, before map[string]string) ([][2]string, error) {
	if k.scorer == nil {
		return nil, nil
	}
	scores, err := k.scorer.ScoreAll(summaries)
	if err != nil {
		return nil, err
	}
	table, err := k.table(summaries, scores)
	if err != nil {
		return nil, err
	}
	assigned, err := k.classifier.Assign(table)
	if err != nil {
		return nil, err
	}
	var out [][2]string
	for i, code := range assigned.Codes() {
		if class := assigned.Classes()[code].ID; before[table.Guests()[i]] != class {
			out = append(out, [2]string{table.Guests()[i], class})
		}
	}
	return out, nil
}
