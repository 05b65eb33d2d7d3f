package segment_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
)

// tableGuest is a guest as table 4-1 asks for one.
type tableGuest struct {
	visits, fen           int
	source, room, special string
}

// row is table 4-1 read row by row: each as all of its cells together, VIP first. Frequent guests are of the business
// row whatever their source, and five visits make a frequent guest.
func (g tableGuest) row() string {
	switch {
	case g.special == "yes" || g.source == "executive" || g.room == "top":
		return "vip_member"
	case g.visits == 1:
		return "new_guest"
	case g.visits >= 2 && g.visits <= 4 && g.fen < 20_000_00 && g.room == "economy" && (g.source == "tour_group" || g.source == "walk_in"):
		return "ordinary_guest"
	case g.visits >= 5 && g.fen >= 20_000_00 && g.fen <= 100_000_00 && g.room == "mid":
		return "ordinary_business_guest"
	}
	return "unclassed"
}

// tableGuests are the guests on both sides of every edge of table 4-1, of every source and room.
func tableGuests() []tableGuest {
	var list []tableGuest
	for _, visits := range []int{0, 1, 2, 4, 5, 6} {
		for _, fen := range []int{0, 19_999_99, 20_000_00, 100_000_00, 100_000_01} {
			for _, source := range segment.GuestSource().Levels {
				for _, room := range []string{"economy", "mid", "top"} {
					for _, special := range []string{"yes", "no"} {
						list = append(list, tableGuest{visits, fen, source.ID, room, special})
					}
				}
			}
		}
	}
	return list
}

// The gaps that the lint lists are the guests in no row of table 4-1: all of them, and no others.
func TestGuestClassGapsAreAllGaps(t *testing.T) {
	schema := must(segment.NewSchema(segment.GuestClassAttributes(), nil))
	list := tableGuests()
	ids, columns := make([]string, len(list)), map[string][]string{}
	for i, g := range list {
		ids[i] = fmt.Sprintf("g%05d", i)
		for id, text := range map[string]string{
			"visits": fmt.Sprint(g.visits), "revenue": fmt.Sprintf("%d.%02d", g.fen/100, g.fen%100),
			"guest_source": g.source, "room_grade": g.room, "special_status": g.special,
		} {
			columns[id] = append(columns[id], text)
		}
	}
	b := must(segment.NewBuilder(schema, segment.TableSetup{AsOf: asOf}, ids))
	for id, column := range columns {
		b.Guests(nil).Texts(id, column)
	}
	table := must(b.Build())
	classifier := must(segment.NewClassifier(schema, segment.GuestClasses(segment.GuestClassReading{})))
	lint := classifier.Lint(segment.LintSetup{})
	if !lint.Complete || len(lint.Gaps) == 0 {
		t.Fatalf("complete %v, %d gaps", lint.Complete, len(lint.Gaps))
	}
	gaps := segment.NewRows(table.Len())
	for _, gap := range lint.Gaps {
		gaps.Or(must(table.Match(gap.When)).Rows())
	}
	assignment := must(classifier.Assign(table))
	classes := assignment.Classes()
	for i, g := range list {
		class := classes[assignment.Codes()[i]].ID
		if class != g.row() || gaps.Has(i) != (class == "unclassed") {
			t.Errorf("%+v: class %s, in a gap %v, want %s", g, class, gaps.Has(i), g.row())
		}
	}
	if !slices.ContainsFunc(lint.Gaps, func(r segment.Region) bool { return len(r.Example) > 0 && !r.Doubtful }) {
		t.Error("no gap with an example")
	}
}
