package web

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// seeds adds the examples of the document and odd bodies to a fuzz target.
func seeds(f *testing.F) {
	f.Helper()
	text, err := os.ReadFile("openapi.json")
	if err != nil {
		f.Fatal(err)
	}
	var doc struct {
		Paths map[string]struct {
			Post struct {
				RequestBody struct {
					Content map[string]struct{ Example json.RawMessage }
				}
			}
		}
	}
	if err := json.Unmarshal(text, &doc); err != nil {
		f.Fatal(err)
	}
	for _, path := range doc.Paths {
		if example := path.Post.RequestBody.Content["application/json"].Example; example != nil {
			f.Add([]byte(example))
		}
	}
	for _, odd := range []string{"", "null", "{}", "[]", `{"guest":1}`, `{"a":{"a":{"a":1}}}`, `{"points":1e400}`, "\xff", `{"revenue":{"rooms":"1e9999999"}}`} {
		f.Add([]byte(odd))
	}
}

// fuzz checks a decoder: it never panics, and what it takes it takes again from its own JSON, alike.
func fuzz[T request](f *testing.F) {
	f.Helper()
	seeds(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		first, err := read[T](body)
		if err != nil {
			if p, fault := problemOf(err); fault || p.Status >= 500 {
				t.Fatalf("%v is taken for a fault of the service", err)
			}
			return
		}
		var again T
		text, err := json.Marshal(first)
		if err == nil {
			err = json.Unmarshal(text, &again)
		}
		second, errSecond := json.Marshal(again)
		if err != nil || errSecond != nil || !cmp.Equal(text, second) {
			t.Fatalf("%s came back as %s, %v, %v", text, second, err, errSecond)
		}
	})
}

func FuzzStay(f *testing.F)    { fuzz[stayRequest](f) }
func FuzzAnswers(f *testing.F) { fuzz[answersRequest](f) }
func FuzzMember(f *testing.F)  { fuzz[memberRequest](f) }
func FuzzConsent(f *testing.F) { fuzz[consentRequest](f) }
func FuzzRedeem(f *testing.F)  { fuzz[redeemRequest](f) }
func FuzzHold(f *testing.F)    { fuzz[holdRequest](f) }
func FuzzCapture(f *testing.F) { fuzz[captureRequest](f) }
func FuzzRelease(f *testing.F) { fuzz[releaseRequest](f) }
func FuzzVoid(f *testing.F)    { fuzz[voidRequest](f) }
