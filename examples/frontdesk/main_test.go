package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/desk"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

func TestFlags(t *testing.T) {
	short := filepath.Join(t.TempDir(), "short")
	must(t, os.WriteFile(short, []byte("secret\n"), 0o600))
	for _, test := range []struct {
		args string
		code int
		says string
	}{
		{"-help", exitDone, "usage:"},
		{"-unknown", exitFlags, "not defined"},
		{"dance", exitFlags, "unknown command"},
		{"serve twice", exitFlags, "unexpected argument"},
		{"-guests 0", exitFlags, "-guests"},
		{"-date 2026-02-30", exitFlags, "-date"},
		{"-listen 0.0.0.0:80", exitFlags, "needs -token"},
		{"-token " + short, exitFlags, "fewer than 32"},
		{"-token /nowhere/at/all", exitFlags, "-token"},
		{"backup -db x", exitFlags, "-to"},
		{"verify -db /nowhere/at/all", exitFail, "no such file or directory; serve makes a database"},
		{"nightly -db /nowhere/at/all", exitFail, "no such file"},
	} {
		var out bytes.Buffer
		if code := run(t.Context(), strings.Fields(test.args), &out, &out); code != test.code || !strings.Contains(out.String(), test.says) {
			t.Errorf("%s: %d %s", test.args, code, out.String())
		}
	}
}

// The night is run for a date that is said, so that a second start by accident does not move the house a second time.
func TestNightlyMovesTheHouseOnce(t *testing.T) {
	file := dbFile(t)
	db, err := store.Open(t.Context(), store.Options{Source: file})
	must(t, err)
	_, err = desk.New(t.Context(), db, desk.DemoDate, time.Now)
	must(t, errors.Join(err, db.Close()))
	for _, test := range []struct {
		flags, says string
		code        int
	}{
		{"", "the business date is 2026-01-01; to close it and open the next: nightly -date 2026-01-02", exitFail},
		{"-date 2026-01-02", `"date": "2026-01-02"`, exitDone},
		{"-date 2026-01-02", `"date": "2026-01-02"`, exitDone},
		{"", "the business date is 2026-01-02", exitFail},
		{"-date 2026-01-01", "the business date 2026-01-02 or a later one", exitFail},
		{"-date 2062-01-03", `date: "2062-01-03" is not allowed; want the business date 2026-01-02 or a later one up to 2026-02-02`, exitFail},
		{"", "the business date is 2026-01-02", exitFail},
	} {
		var out bytes.Buffer
		code := run(t.Context(), strings.Fields("nightly -db "+file+" "+test.flags), &out, &out)
		if code != test.code || !strings.Contains(out.String(), test.says) {
			t.Errorf("nightly %s: %d %s", test.flags, code, out.String())
		}
	}
}

// What was begun when the service is told to stop comes to its end.
func TestStopIsGraceful(t *testing.T) {
	file := dbFile(t)
	s := start(t, file)
	enrolled(t, s.url)
	answers := make(chan error, 100)
	for range cap(answers) {
		go func() {
			_, _, err := post(t.Context(), s.url, "/v1/points/redeem", "redeem-0001", redeemOne)
			answers <- err
		}()
	}
	must(t, <-answers)
	begin := time.Now()
	if code := s.stop(t); code != exitDone {
		t.Errorf("stopped with %d: %s", code, s.log)
	}
	if took := time.Since(begin); took > stopWithin {
		t.Errorf("it took %v", took)
	}
	if _, err := os.Stat(file + "-wal"); err == nil {
		t.Error("the write-ahead log was left behind")
	}
}

// A request whose body is still under way when the service is told to stop is answered, and its write is kept.
func TestStopWaitsForWhatWasBegun(t *testing.T) {
	file := dbFile(t)
	s := start(t, file)
	enrolled(t, s.url)
	client.CloseIdleConnections()
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	must(t, err)
	defer conn.Close()
	must(t, conn.SetDeadline(time.Now().Add(stopWithin)))
	_, err = fmt.Fprintf(conn, "POST /v1/points/redeem HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"+
		"Idempotency-Key: redeem-0001\r\nContent-Length: %d\r\n\r\n%s", len(redeemOne), redeemOne[:9])
	must(t, err)
	time.Sleep(200 * time.Millisecond) // it has begun by then
	must(t, s.Process.Signal(os.Interrupt))
	time.Sleep(200 * time.Millisecond) // it is stopping by then
	_, err = conn.Write([]byte(redeemOne[9:]))
	must(t, err)
	answer, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil || !strings.Contains(answer, "201") {
		t.Errorf("%q, %v", answer, err)
	}
	_ = s.Wait() // the code says how it ended
	if code := s.ProcessState.ExitCode(); code != exitDone {
		t.Errorf("stopped with %d: %s", code, s.log)
	}
	checkJournal(t, file, 2)
}

func TestBackupWhileServing(t *testing.T) {
	file := dbFile(t)
	s := start(t, file)
	enrolled(t, s.url)
	to := filepath.Join(t.TempDir(), "copy.db")
	if out, err := command(t, "backup", "-db", file, "-to", to).CombinedOutput(); err != nil || string(out) != "written to "+to+"\n" {
		t.Fatalf("%v: %s", err, out)
	}
	checkJournal(t, to, 1)
	if _, err := command(t, "backup", "-db", file, "-to", to).Output(); err == nil {
		t.Error("the copy was written over")
	}
	db, err := store.Open(t.Context(), store.Options{Source: to})
	must(t, err)
	must(t, db.Close())
}

func TestDemoStartsByItself(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	for range 2 { // the second finds what the first has loaded
		c := command(t, "-listen", "127.0.0.1:0", "-guests", "300")
		var log bytes.Buffer
		c.Stderr = &log
		out, err := c.StdoutPipe()
		must(t, err)
		must(t, c.Start())
		line := make([]byte, 200)
		n, err := out.Read(line)
		if err != nil || !strings.Contains(string(line[:n]), "frontdesk-demo.db") {
			t.Errorf("%s %v %s", line[:n], err, log.String())
		}
		must(t, c.Process.Signal(os.Interrupt))
		_ = c.Wait()
		if code := c.ProcessState.ExitCode(); code != exitDone {
			t.Errorf("stopped with %d: %s", code, log.String())
		}
	}
}
