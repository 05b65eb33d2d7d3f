package movement

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/badrows"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
)

// logVersion is the version of the JSON form of [Log].
const logVersion = 1

type logJSON struct {
	Version int          `json:"version"`
	Plan    string       `json:"plan"`
	Days    []logDay     `json:"days"`
	Entries []Membership `json:"entries"`
}

// MarshalJSON returns the snapshots' days and all memberships, in the order in which they were recorded.
func (l *Log) MarshalJSON() ([]byte, error) {
	return json.Marshal(logJSON{logVersion, l.plan, l.days, slices.AppendSeq(make([]Membership, 0, len(l.entries)), l.All())})
}

// UnmarshalJSON reads what [Log.MarshalJSON] wrote.
//
// Errors: JSON that is no log; [hotelcrm.ErrVersion] for a newer form; a [*hotelcrm.ParamError] for days that do not
// rise; a [*hotelcrm.RowError] for the first membership that cannot follow from the snapshots. The log is then
// unchanged.
func (l *Log) UnmarshalJSON(data []byte) error {
	var in logJSON
	if err := strict.Decode(data, &in); err != nil {
		return err
	}
	if err := strict.Version("version", in.Version, logVersion); err != nil {
		return err
	}
	out, err := NewLog(in.Plan)
	if err != nil {
		return err
	}
	book := logBook{number: make(map[hotelcrm.Date]int32, len(in.Days)), runs: make([]map[string]int32, len(in.Days))}
	for i, day := range in.Days {
		if day.AsOf < hotelcrm.MinDate || i > 0 && day.AsOf <= in.Days[i-1].AsOf {
			return refuse.Param(fmt.Sprintf("days[%d].asOf", i), day.AsOf.String(), "rising days")
		}
		if err := checkClasses(fmt.Sprintf("days[%d].classes", i), day.Classes, maxClasses); err != nil {
			return err
		}
		book.number[day.AsOf] = int32(i)
	}
	out.days = in.Days
	book.fill(in.Days)
	for i, entry := range in.Entries {
		if field, allowed := out.restore(entry, book); field != "" {
			var bad badrows.List
			bad.Add(i+1, field, "", allowed)
			return bad.Join()
		}
	}
	*l = *out
	return nil
}

// logBook tells what memberships the snapshots allow.
type logBook struct {
	number map[hotelcrm.Date]int32
	runs   []map[string]int32 // by snapshot and class: the first later snapshot without the class, or of another revision
}

func (b *logBook) fill(days []logDay) {
	for i := len(days) - 1; i >= 0; i-- {
		b.runs[i] = make(map[string]int32, len(days[i].Classes))
		for _, class := range days[i].Classes {
			end := int32(i + 1)
			if i+1 < len(days) && days[i+1].Revision == days[i].Revision {
				end = max(end, b.runs[i+1][class])
			}
			b.runs[i][class] = end
		}
	}
}

// restore adds a membership that was written before, or returns what is wrong with it.
func (l *Log) restore(m Membership, book logBook) (field, allowed string) {
	from, known := book.number[m.From]
	to, ended := book.number[m.To]
	until := int32(len(l.days))
	if ended {
		until = to
	}
	switch {
	case m.Guest == "":
		return "guest", "a guest"
	case !known || len(l.entries) > 0 && from < l.entries[len(l.entries)-1].day:
		return "from", "the day of a snapshot, not before that of the membership above"
	case m.To != 0 && !ended || until <= from:
		return "to", "none, or the day of a later snapshot"
	case m.Revision != l.days[from].Revision:
		return "revision", "that of the snapshot"
	case until > book.runs[from][m.Class]:
		return "class", "a class of every snapshot in between, all of one revision"
	}
	guest := l.guests.add(m.Guest)
	if int(guest) == len(l.latest) {
		l.latest = append(l.latest, 0)
	}
	if at := l.latest[guest]; at > 0 {
		before := l.entries[at-1]
		if before.to == 0 || before.to > m.From {
			return "from", "not before the end of the guest's membership before"
		}
	}
	l.entries = append(l.entries, logEntry{guest, l.classes.add(m.Class), l.reasons.add(m.Reason), from, m.To, l.latest[guest]})
	l.latest[guest] = int32(len(l.entries))
	return "", ""
}
