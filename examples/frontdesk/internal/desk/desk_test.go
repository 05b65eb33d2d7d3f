package desk_test

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

func TestDemoTry(t *testing.T) {
	db, err := store.Open(t.Context(), store.Options{Source: filepath.Join(t.TempDir(), "x.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	d, err := desk.New(t.Context(), db, desk.DemoDate, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	a := time.Now()
	demo := desk.NewDemo(5000)
	t.Log(time.Since(a))
	if err := d.Load(t.Context(), demo); err != nil {
		t.Fatal(err)
	}
	t.Log(time.Since(a))
	a = time.Now()
	list, err := d.Arrivals(t.Context(), 0)
	t.Log(time.Since(a), len(list.Arrivals), err)
	for i := range list.Arrivals {
		if list.Arrivals[i].Card.Status != nil {
			out, _ := json.MarshalIndent(list.Arrivals[i].Card, "", " ")
			t.Logf("%s", out)
			a = time.Now()
			for range 1000 {
				d.Card(t.Context(), list.Arrivals[i].Card.Guest)
			}
			t.Log(time.Since(a) / 1000)
			break
		}
	}
	v, err := db.Verify(t.Context())
	t.Log(v, err)
	n, err := d.Nightly(t.Context(), 0)
	t.Logf("%+v %v", n, err)
}
