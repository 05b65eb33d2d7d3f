package docs_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// night is what one run hands to the next.
type night struct {
	Register   []byte          // the register's canonical bytes
	Thresholds json.RawMessage // the cuts of the first run, so that the scores of all nights can be compared
	Change     int64           // the last change that was read
}

// changes returns the rows that the PMS wrote since the last run: its own table, its own words.
const changes = `SELECT stay_id, version, hotel, guest_id, state, arrive, depart, room_net, fb_net, change_no
FROM stays WHERE change_no > ? ORDER BY change_no`

// statusOf maps the words of the PMS. A word that is not here is an error and never a guess.
func statusOf(word string) (hotelcrm.Status, error) {
	switch word {
	case "OUT":
		return hotelcrm.Departed, nil
	case "IN":
		return hotelcrm.InHouse, nil
	case "RES":
		return hotelcrm.Booked, nil
	case "CXL":
		return hotelcrm.Cancelled, nil
	case "NS":
		return hotelcrm.NoShow, nil
	}
	return 0, &hotelcrm.RowError{Field: "state", Value: word, Err: fmt.Errorf("not mapped to a status")}
}

// readStays yields the rows of the query, one stay each, and keeps the number of the last change in last.
func readStays(rows *sql.Rows, last *int64) iter.Seq2[hotelcrm.Stay, error] {
	return func(yield func(hotelcrm.Stay, error) bool) {
		for rows.Next() {
			var s hotelcrm.Stay
			var state string
			err := rows.Scan(&s.ID, &s.Version, &s.Property, &s.Guest, &state, &s.Arrival, &s.Departure,
				&s.Revenue.Rooms, &s.Revenue.FoodBeverage, last)
			if err == nil {
				s.Status, err = statusOf(state)
			}
			if !yield(s, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(hotelcrm.Stay{}, err)
		}
	}
}

// take adds what changed to the register of the last run.
func take(ctx context.Context, db *sql.DB, kept *night, asOf hotelcrm.Date) (*hotelcrm.Register, error) {
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", AsOf: asOf})
	if err != nil {
		return nil, err
	}
	if len(kept.Register) > 0 {
		if err := register.UnmarshalBinary(kept.Register); err != nil {
			return nil, err
		}
		if err := register.Advance(asOf); err != nil {
			return nil, err
		}
	}
	rows, err := db.QueryContext(ctx, changes, kept.Change)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	last := kept.Change
	if err := register.AddSeq(readStays(rows, &last)); err != nil {
		return nil, err // every wrong row with number, field and value; nothing was added
	}
	kept.Change = last
	kept.Register, err = register.MarshalBinary()
	return register, err
}

// score returns the segments of all guests by the cuts that the first run kept.
func score(guests *hotelcrm.Summaries, kept *night) (*rfm.Segmentation, error) {
	var thresholds rfm.Thresholds
	if kept.Thresholds == nil {
		fitted, _, err := rfm.Fit(guests, rfm.Config{})
		if err != nil {
			return nil, err
		}
		if kept.Thresholds, err = json.Marshal(fitted); err != nil {
			return nil, err
		}
	}
	if err := json.Unmarshal(kept.Thresholds, &thresholds); err != nil {
		return nil, err
	}
	scorer, err := rfm.NewScorer(thresholds)
	if err != nil {
		return nil, err
	}
	scores, err := scorer.ScoreAll(guests)
	if err != nil {
		return nil, err
	}
	return scores.Segments(rfm.Hotel())
}

func Example_nightlyBatch() {
	db := hotelDatabase()
	defer db.Close()
	var kept night
	for _, asOf := range []hotelcrm.Date{hotelcrm.DateOf(2026, 1, 1), hotelcrm.DateOf(2026, 1, 2)} {
		register, err := take(context.Background(), db, &kept, asOf)
		if err != nil {
			fmt.Println(err)
			return
		}
		guests, err := register.Summaries(asOf, hotelcrm.Window{From: asOf.AddYears(-4)})
		if err != nil {
			fmt.Println(err)
			return
		}
		segments, err := score(guests, &kept)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(asOf, guests.Counts())
		for i, g := range guests.All() {
			fmt.Println(" ", g.Guest, g.Visits, g.Revenue, segments.At(i).Label)
		}
	}
	// Output:
	// 2026-01-01 rows 6: stays 5, no-show 1
	//   ann 2 593 Regulars
	//   bob 1 117 Seldom here, long ago
	//   cid 1 3060 Seldom here, fading
	//   eve 1 320 New or rare guests
	// 2026-01-02 rows 8: stays 5, no-show 1, superseded 2
	//   ann 2 567.5 Regulars now due
	//   bob 1 117 Seldom here, long ago
	//   cid 1 3060 Seldom here, long ago
	//   eve 1 555 New or rare guests
}
