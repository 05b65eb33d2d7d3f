package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/browser/browsertest"
)

// pageOf runs the command, and checks what holds for every page.
func pageOf(t *testing.T, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	done(t, append(args, "-html", file)...)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	browsertest.Whole(t, page)
	if !strings.Contains(page, `class="caption"`) {
		t.Error("the page has no table")
	}
	return page
}

func TestPages(t *testing.T) {
	survey, tree := generated(t), weightedTree(t)
	for _, test := range []struct{ name, args, want string }{
		{"built-in", "", "To be fixed first: cleanliness, price, room."},
		{"tree", "-answers " + survey + " -tree " + tree, `lang="zh">客户对酒店客房设施`},
		{"no weights", "-answers " + survey + " -tree hotel", "there is no grid of importance and performance"},
		{"spread", "-answers " + survey + " -tree hotel -use entropy", "which is not how much a question matters"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if page := pageOf(t, strings.Fields(test.args)...); !strings.Contains(page, test.want) {
				t.Errorf("the page does not say %q", test.want)
			}
		})
	}
}

func TestSmallSurveys(t *testing.T) {
	for name, rows := range map[string]string{
		"one guest": "1,2,3\n", "all alike": "3,3,3\n3,3,3\n3,3,3\n", "nothing answered": ",,\n", "one question answered": "1,,\n5,,\n",
		"two guests": "1,5,2\n5,1,4\n", "one column blank": "1,,3\n2,,4\n5,,1\n4,,1\n5,,5\n",
	} {
		for _, args := range []string{"", "-overall overall", "-use standard-deviation", "-use equal"} {
			t.Run(name+" "+args, func(t *testing.T) {
				file := written(t, "a.csv", three+rows)
				args := append(strings.Fields(args), "-answers", file)
				if out := command(args...); out.code == exitFail && strings.Contains(out.stderr, "-use standard-deviation: ") {
					return // which says why the method gives no weights
				}
				pageOf(t, args...)
				asJSON(t, args...)
			})
		}
	}
}

func TestPageEscapesWhatTheFileSays(t *testing.T) {
	page := pageOf(t, "-answers", written(t, "<b>&.csv", "<i>room,desk,overall\n1,2,3\n2,3,4\n5,4,1\n1,1,2\n3,5,2\n"), "-overall", "overall")
	for _, want := range []string{"&lt;b&gt;&amp;.csv", "&lt;i&gt;room"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// No two texts of the picture, and no text and point, lie on each other.
func TestNamesInThePictureDoNotMeet(t *testing.T) {
	opt, err := parseFlags([]string{"-answers", generated(t), "-tree", weightedTree(t)})
	if err != nil {
		t.Fatal(err)
	}
	in, err := read(opt, t.Output())
	if err != nil {
		t.Fatal(err)
	}
	r, err := analyse(opt, in)
	if err != nil {
		t.Fatal(err)
	}
	c, named := (&writer{english, r}).draw(r.Survey), 0
	var texts []box
	for _, p := range c.Points {
		if p.Label == nil {
			continue
		}
		named++
		b := textBox(*p.Label)
		for _, other := range texts {
			if b.meets(other) {
				t.Errorf("%s lies on another name", p.Label.Name)
			}
		}
		for _, other := range c.Points {
			if x, y := float64(other.X), float64(other.Y); b.meets(box{x - 1, y - 1, x + 1, y + 1}) {
				t.Errorf("%s lies on point %d", p.Label.Name, other.No)
			}
		}
		texts = append(texts, b)
	}
	if named < 5 {
		t.Errorf("only %d of %d points have names", named, len(c.Points))
	}
}
