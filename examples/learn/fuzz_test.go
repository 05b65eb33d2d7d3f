package main

import (
	"os"
	"path/filepath"
	"testing"
)

// Whatever the file holds: a result or a refusal, no panic, and the same twice.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"nights,kind\n1,a\n2,b\n3,a\n", "a,b\n1,x\n", "a,a\n1,2\n", "\ufeffa,b\n\"x\ny\",1\n\"\",2\n", "a,b\nNaN,x\n1e400,y\nInf,x\n", "a,b\n,\n,\n",
		"a b,c\n\xff,\x00\n|   z: (1),\u200d\n",
	} {
		f.Add([]byte(text), "kind", uint8(0))
		f.Add([]byte(text), "b", uint8(1))
		f.Add([]byte(text), "", uint8(2))
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte, class string, preset uint8) {
		if len(text) > 4096 {
			return
		}
		path := filepath.Join(folder, "guests.csv")
		if err := os.WriteFile(path, text, 0o666); err != nil {
			t.Fatal(err)
		}
		args := []string{"-guests", path, "-class", class, "-preset", []string{"c45", "cart", "id3"}[preset%3], "-json"}
		code, stdout, stderr := command(args...)
		again, second, _ := command(args...)
		if code != again || stdout != second {
			t.Errorf("exit %d, then %d: %s", code, again, stderr)
		}
		if code != exitDone && code != exitFail || (code == exitFail) != (stderr != "") {
			t.Errorf("exit %d: %s", code, stderr)
		}
	})
}
