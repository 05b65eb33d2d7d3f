//go:build unix

package store_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// cluster is a PostgreSQL server for one test, on a socket in a folder of its own.
type cluster struct{ folder string }

// source names a database of the cluster, as the driver wants it.
func (c cluster) source(database string) string {
	return fmt.Sprintf("host=%s user=desk dbname=%s sslmode=disable", c.folder, database)
}

// startCluster starts a server that ends with the test. Where PostgreSQL is not installed, or cannot make a database, the
// test is skipped.
func startCluster(t *testing.T) cluster {
	t.Helper()
	initdb, server := binary("initdb"), binary("postgres")
	if initdb == "" || server == "" {
		t.Skip("PostgreSQL is not installed: neither in the path nor in /usr/lib/postgresql")
	}
	c := cluster{socketFolder(t)}
	data := filepath.Join(c.folder, "data")
	create := unprivileged(t, c.folder, initdb, "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
	if said, err := create.CombinedOutput(); err != nil {
		t.Skipf("PostgreSQL makes no database on this machine, so nothing of it is tested: %v\n%s", err, said)
	}
	c.serve(t, server, data)
	return c
}

// serve runs the server under a shell that ends it, and takes the folder away, when the test closes its standard input or
// dies.
func (c cluster) serve(t *testing.T, server, data string) {
	t.Helper()
	const script = `"$@" & cat >/dev/null; kill -QUIT $!; wait $!; rm -rf "$0"`
	run := unprivileged(t, c.folder, "sh", "-c", script, c.folder, server, "-D", data, "-k", c.folder, "-c", "listen_addresses=", "-c", "fsync=off")
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	must(t, err)
	run.Stdout, run.Stderr = log, log
	stop, err := run.StdinPipe()
	must(t, err)
	must(t, run.Start())
	t.Cleanup(func() {
		_ = stop.Close()
		_ = run.Wait() // it was told to quit
		if text, err := os.ReadFile(log.Name()); t.Failed() && err == nil {
			t.Logf("the server said:\n%s", text)
		}
		_ = log.Close()
	})
	c.await(t)
}

// await waits until the server answers.
func (c cluster) await(t *testing.T) {
	t.Helper()
	db, err := sql.Open("postgres", c.source("postgres"))
	must(t, err)
	defer db.Close()
	for end := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		if err = db.PingContext(t.Context()); err == nil {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("the server does not answer: %v", err)
		}
	}
}

// database makes a new database and returns its source.
func (c cluster) database(t *testing.T, name string) string {
	t.Helper()
	db, err := sql.Open("postgres", c.source("postgres"))
	must(t, err)
	_, err = db.ExecContext(t.Context(), "CREATE DATABASE "+name)
	must(t, errors.Join(err, db.Close()))
	return c.source(name)
}

// binary returns the path of a program of PostgreSQL, the newest that is installed, empty if there is none.
func binary(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name) // the pattern is well formed
	if len(found) == 0 {
		return ""
	}
	return slices.Max(found)
}

// socketFolder returns a folder whose name is short enough for a socket, which no test's own is.
func socketFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "desk")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(folder)) })
	return folder
}

// unprivileged returns a command that works in a folder, which becomes its user's: PostgreSQL refuses to run as root.
func unprivileged(t *testing.T, folder, name string, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(name, args...)
	c.Dir = folder
	if os.Geteuid() != 0 {
		return c
	}
	uid, gid := other(t)
	must(t, os.Chown(folder, int(uid), int(gid)))
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uid, Gid: gid}}
	return c
}

// other returns a user who is not root.
func other(t *testing.T) (uid, gid uint32) {
	t.Helper()
	for _, name := range []string{"postgres", "nobody"} {
		one, err := user.Lookup(name)
		if err != nil {
			continue
		}
		u, errU := strconv.ParseUint(one.Uid, 10, 32)
		g, errG := strconv.ParseUint(one.Gid, 10, 32)
		if errU == nil && errG == nil {
			return uint32(u), uint32(g)
		}
	}
	t.Skip("PostgreSQL does not run as root, and there is no user postgres or nobody")
	return 0, 0
}
