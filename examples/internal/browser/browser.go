// Package browser lays pages out in a headless Chromium, for tests of the pages that the examples write.
package browser

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// ErrNone is returned where no Chromium is installed.
var ErrNone = errors.New("no chromium on this machine: the layout of the page is not checked")

// Find returns the path of a Chromium.
//
// Errors: [ErrNone].
func Find() (string, error) {
	for _, name := range []string{"/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNone
}

var console = regexp.MustCompile(`(?m)^.*CONSOLE[^"\n]*(".*)$`)

func dump(ctx context.Context, path, dir, file string, flags ...string) (dom, said string, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	profile, err := os.MkdirTemp(dir, "profile")
	if err != nil {
		return "", "", err
	}
	args := append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--enable-logging=stderr", "--user-data-dir=" + profile, "--window-size=1400,1000", "--dump-dom",
	}, flags...)
	command := exec.CommandContext(ctx, path, append(args, "file://"+filepath.ToSlash(file))...)
	command.WaitDelay = 5 * time.Second
	var stdout, stderr strings.Builder
	command.Stdout, command.Stderr = &stdout, &stderr
	err = command.Run()
	return stdout.String(), stderr.String(), err
}
