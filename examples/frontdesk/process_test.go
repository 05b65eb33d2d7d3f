package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// childMark makes the test program be the command itself.
const childMark = "FRONTDESK_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childMark) != "" {
		main()
	}
	os.Exit(m.Run())
}

// command returns the command as a process of its own.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	c := exec.CommandContext(t.Context(), self, args...)
	c.Env = append(os.Environ(), childMark+"=1")
	c.WaitDelay = time.Second
	return c
}

// service is a running process.
type service struct {
	*exec.Cmd
	url string
	log *bytes.Buffer
}

// start starts the service on a file and waits until it listens.
func start(t *testing.T, file string, args ...string) *service {
	t.Helper()
	s := &service{Cmd: command(t, append([]string{"serve", "-db", file, "-listen", "127.0.0.1:0", "-date", "2026-01-01"}, args...)...), log: &bytes.Buffer{}}
	s.Stderr = s.log
	out, err := s.StdoutPipe()
	must(t, err)
	must(t, s.Start())
	t.Cleanup(func() { _ = s.Process.Kill() }) // it may have ended
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the service did not start: %v, %s", err, s.log)
	}
	s.url, _, _ = strings.Cut(line, "/ on ")
	return s
}

// stop stops the service as an operator does, and returns its exit code.
func (s *service) stop(t *testing.T) int {
	t.Helper()
	client.CloseIdleConnections() // a connection without a request yet is waited for
	must(t, s.Process.Signal(os.Interrupt))
	_ = s.Wait() // the code says how it ended
	return s.ProcessState.ExitCode()
}

var client = &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 100}}

// post sends a request; an error means that nobody knows what became of it.
func post(ctx context.Context, url, path, key, body string) (status int, text string, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url+path, strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", key)
	response, err := client.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	return response.StatusCode, string(got), err
}

// enrolled makes a member with 1,000,000 points.
func enrolled(t *testing.T, url string) {
	t.Helper()
	for _, step := range [][2]string{
		{"/v1/members", `{"guest":"G1","enrolled":"2024-01-01"}`},
		{"/v1/stays", `{"id":"S1","property":"CITY","guest":"G1","status":"departed","arrival":"2025-12-29","departure":"2026-01-01","revenue":{"rooms":"100000"}}`},
	} {
		status, text, err := post(t.Context(), url, step[0], "enrolled-"+step[0][4:], step[1])
		if err != nil || status != http.StatusCreated {
			t.Fatalf("%s: %d %s %v", step[0], status, text, err)
		}
	}
}

func dbFile(t *testing.T) string { return filepath.Join(t.TempDir(), "desk.db") }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
