package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/page"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/record"
)

func TestScoresByKeptThresholds(t *testing.T) {
	for _, args := range []string{"", "-method ntile", "-method meansplit", "-bins 2,2,3 -segments four"} {
		t.Run(args, func(t *testing.T) {
			kept := filepath.Join(t.TempDir(), "thresholds.json")
			first := small(t, append(strings.Fields(args), "-save-thresholds", kept)...)
			if !strings.Contains(first.stdout, "thresholds saved to "+kept) {
				t.Errorf("the console says %s", first.stdout)
			}
			frozen := []string{"-thresholds", kept}
			if strings.Contains(args, "four") {
				frozen = append(frozen, "-segments", "four")
			}
			second := small(t, frozen...)
			checkPage(t, second)
			if diff := cmp.Diff(string(first.file(t, record.GuestsName)), string(second.file(t, record.GuestsName))); diff != "" {
				t.Errorf("the same guests by their own thresholds (-found +kept):\n%.2000s", diff)
			}
		})
	}
}

func TestKeptThresholdsDoNotMove(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "thresholds.json")
	before := small(t, "-asof", "2025-06-30", "-save-thresholds", kept).summary(t)
	out := small(t, "-thresholds", kept)
	after, refitted := out.summary(t), small(t).summary(t)
	if diff := cmp.Diff(before.RFM.Thresholds, after.RFM.Thresholds); diff != "" {
		t.Errorf("thresholds (-kept +used):\n%s", diff)
	}
	if cmp.Equal(after.RFM.Counts, refitted.RFM.Counts) {
		t.Error("the scores are those of new thresholds")
	}
	if page := string(out.file(t, page.Name)); !strings.Contains(page, "they are kept from") || !strings.Contains(page, "30\u00a0June\u00a02025") {
		t.Error("the page does not say that the thresholds are kept")
	}
	if strings.Contains(string(out.file(t, page.Name)), "somebody always has the highest") {
		t.Error("the page says that guests are ranked against each other")
	}
}

func TestThresholdsThatCannotBeUsed(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "thresholds.json")
	small(t, "-save-thresholds", kept)
	content, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	stays := written(t, "stays.csv", "guest,arrival,revenue\na,2024-01-01,5\n")
	folder := t.TempDir()
	for _, test := range []struct {
		name, text string
		args       []string
		want       string
	}{
		{"missing", "", []string{"-thresholds", filepath.Join(folder, "none.json")}, "open " + filepath.Join(folder, "none.json") + ": no such file"},
		{"no JSON", "guest,arrival\n", nil, "no thresholds as -save-thresholds writes them"},
		{"other JSON", "{}", nil, "Version"},
		{"of nights", strings.Replace(string(content), `"visits"`, `"nights"`, 1), nil, "frequency of nights"},
		{"other currency", string(content), []string{"-stays", stays, "-currency", "USD"}, "they are in EUR, but the amounts are in USD; thresholds hold for one currency"},
		{"segments that do not fit", string(content), []string{"-segments", "four"}, "-segments four needs 2 x 2 x 3 scores, but there are 5 x 5 x 5"},
	} {
		t.Run(test.name, func(t *testing.T) {
			args := test.args
			if test.text != "" {
				args = append([]string{"-thresholds", written(t, "kept.json", test.text)}, args...)
			}
			out := command(t, args...)
			if out.code != exitFail || !strings.Contains(out.stderr, test.want) {
				t.Errorf("exit %d, want %q; got %s", out.code, test.want, out.stderr)
			}
			if _, err := os.Stat(out.dir); err == nil {
				t.Error("something was written")
			}
		})
	}
}
