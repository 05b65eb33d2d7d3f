package web_test

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/web"
)

func TestFiftyRedeemersNeverOverspend(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	var done, refused atomic.Int64
	var group sync.WaitGroup
	for i := range 50 {
		group.Go(func() {
			switch a := s.post("/v1/points/redeem", fmt.Sprintf("redeemer-%03d", i), `{"guest":"G1749486","points":70}`); {
			case a.Status == http.StatusCreated:
				done.Add(1)
			case a.Status == http.StatusConflict && a.problem() == "refused":
				refused.Add(1)
			default:
				t.Errorf("status %d: %s", a.Status, a.Body)
			}
		})
	}
	group.Wait()
	if done.Load() != 14 || refused.Load() != 36 || s.available() != 1000-14*70 {
		t.Errorf("%d redeemed, %d refused, %d points left", done.Load(), refused.Load(), s.available())
	}
	v, err := s.db.Verify(t.Context())
	if v.Events != 15 || err != nil {
		t.Errorf("the journal verifies with %+v, %v", v, err)
	}
}

// Two services on one file share nothing but the file, as two processes do.
func TestTwoServicesNeverSpendTwice(t *testing.T) {
	one := newSite(t, web.Config{}).withPoints()
	two := siteOn(t, one.path, web.Config{})
	var done atomic.Int64
	var group sync.WaitGroup
	for i := range 40 {
		group.Go(func() {
			s := []*site{one, two}[i%2]
			if a := s.post("/v1/points/redeem", fmt.Sprintf("redeemer-%03d", i/2), `{"guest":"G1749486","points":70}`); a.Status == http.StatusCreated {
				done.Add(1)
			}
		})
	}
	group.Wait()
	// Both services get each of 20 requests; those that are done are answered as done by both.
	if done.Load() != 2*14 || two.available() != 1000-14*70 {
		t.Errorf("%d answered as redeemed, %d points left", done.Load(), two.available())
	}
}

func TestRetriesHaveOneEffect(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	var group sync.WaitGroup
	answers := make([]answer, 20)
	for i := range answers {
		group.Go(func() { answers[i] = s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":300}`) })
	}
	group.Wait()
	for _, a := range answers {
		if a.Status != http.StatusCreated || !cmp.Equal(a.Body, answers[0].Body) {
			t.Errorf("a retry got %d %s", a.Status, a.Body)
		}
	}
	if s.available() != 700 {
		t.Errorf("%d points left", s.available())
	}
	if a := s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":301}`); a.problem() != "key-reused" {
		t.Errorf("another request with the same key: %s", a.Body)
	}
	if a := s.post("/v1/points/hold", "redeem-0001", `{"guest":"G1749486","points":300}`); a.problem() != "key-reused" {
		t.Errorf("another command with the same key: %s", a.Body)
	}
}

// A refusal is not kept: once there are points, the same request is done.
func TestRefusalIsDecidedAnew(t *testing.T) {
	s := newSite(t, web.Config{})
	s.post("/v1/members", "member-0001", member).want(t, http.StatusCreated)
	redeem := func() answer {
		return s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":300}`)
	}
	redeem().want(t, http.StatusConflict)
	s.post("/v1/stays", "stay-000001", stay).want(t, http.StatusCreated)
	redeem().want(t, http.StatusCreated)
}

func TestRetriesOutliveTheProcess(t *testing.T) {
	s := newSite(t, web.Config{}).withPoints()
	first := s.post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":300}`)
	again := siteOn(t, s.path, web.Config{}).post("/v1/points/redeem", "redeem-0001", `{"guest":"G1749486","points":300}`)
	if !cmp.Equal(first.Body, again.Body) || s.available() != 700 {
		t.Errorf("%s, then %s", first.Body, again.Body)
	}
}
