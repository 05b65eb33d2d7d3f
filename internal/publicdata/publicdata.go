// Package publicdata finds the public data sets that tests check published figures against. The data is no part of the
// project: tests that cannot find it skip and say so.
package publicdata

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// Variable is the environment variable that names the folder of the data sets.
const Variable = "HOTELCRM_DATA"

// Path returns the path of a data file such as "cdnow/CDNOW_sample.txt". It looks in $HOTELCRM_DATA, then in
// ../shared/data beside the checkout, and skips the test if the file is in neither.
func Path(tb testing.TB, name string) string {
	tb.Helper()
	for _, folder := range folders(tb) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	tb.Skipf("public data %s not found: set %s to the folder that holds it", name, Variable)
	return ""
}

func folders(tb testing.TB) []string {
	tb.Helper()
	var out []string
	if folder := os.Getenv(Variable); folder != "" {
		out = append(out, folder)
	}
	if root, ok := checkout(); ok {
		out = append(out, filepath.Join(root, "..", "shared", "data"))
	}
	return out
}

// checkout returns the folder of the core module: the highest one with a go.mod above the working directory.
func checkout() (string, bool) {
	folder, err := os.Getwd()
	root := ""
	for err == nil {
		if _, missing := os.Stat(filepath.Join(folder, "go.mod")); missing == nil {
			root = folder
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			break
		}
		folder = parent
	}
	return root, root != ""
}

// Read returns a data file's content, unpacked if it is gzip.
func Read(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(Path(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return data
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	data, err = io.ReadAll(unpacked)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}
