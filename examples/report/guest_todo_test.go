package main

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/guestpage"
)

// One order for the desk and one for the office, by the first rule that holds, and what stands beside them.
func TestOneOrderForEachPlace(t *testing.T) {
	for id, want := range map[string]struct{ desk, office, page string }{
		champion: {"Was unhappy (1.95 of 5): ask today about ", "Write in person, before any offer: the guest was unhappy with ", ""},
		regular:  {"Ask why they stayed away", "One offer to come back that is worth it", "These differ because the guest has most likely stopped coming; use the second."},
		onetimer: {"Learn what they like", "One offer, then let go", "These differ because the first takes cost off and goes by this guest&#39;s stays alone"},
		"G0772894": {
			"Platinum ends on 6\u00a0February\u00a02026, then Member; any stay until then keeps it", "Let the guest know: Platinum ends on ",
			"To keep Platinum after 6\u00a0February\u00a02026: any stay until then.",
		},
		"G7753706": {"Gold ends on 8\u00a0February\u00a02026, then Member; any stay now keeps it, on its last day 7\u00a0nights or 5\u00a0stays", "Let the guest know: Gold ends on ", ""},
	} {
		out := done(t, "-guest", id)
		page := string(out.file(t, guestpage.Name))
		for _, one := range []string{"<b>If the guest stands before you</b> <span>" + want.desk, "<b>If not, from the office</b> <span>" + want.office, want.page} {
			if !strings.Contains(page, one) {
				t.Errorf("%s: the page does not say %q", id, one)
			}
		}
		if n := strings.Count(out.stdout, "\n- "); n != 2 {
			t.Errorf("%s: %d orders:\n%s", id, n, out.stdout)
		}
	}
}
