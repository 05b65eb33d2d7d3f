package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// The files that are written.
const (
	pageName    = "report.html"
	guestsName  = "guests.csv"
	summaryName = "summary.json"
)

// files is what is to be written, in that order, each under its name in the folder or under a full path.
type files []file

type file struct {
	name    string
	content io.WriterTo
}

// held is a file that is in memory.
type held []byte

// WriteTo writes it.
func (h held) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(h)
	return int64(n), err
}

// made is a file that is made when it is written.
type made func() ([]byte, error)

// WriteTo makes the file and writes it.
func (m made) WriteTo(w io.Writer) (int64, error) {
	content, err := m()
	if err != nil {
		return 0, err
	}
	return held(content).WriteTo(w)
}

// writeAll writes all files or none: under temporary names first, and under their own when all are complete.
func writeAll(ctx context.Context, folder string, list files) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, missing := os.Stat(folder)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	temporary := make([]string, 0, len(list))
	defer func() {
		for _, name := range temporary {
			err = errors.Join(err, ignoreMissing(os.Remove(name)))
		}
		if err != nil && missing != nil {
			_ = os.Remove(folder) // only if it is empty, so a failure is no loss
		}
	}()
	for _, one := range list {
		target := place(folder, one.name)
		if info, err := os.Stat(target); err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder", target)
		}
		name := filepath.Join(filepath.Dir(target), fmt.Sprintf(".%s.%d.tmp", filepath.Base(target), os.Getpid()))
		temporary = append(temporary, name)
		if err := writeOne(ctx, name, one.content); err != nil {
			return err
		}
	}
	for i, one := range list {
		if err := os.Rename(temporary[i], place(folder, one.name)); err != nil {
			return err
		}
	}
	return nil
}

func place(folder, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(folder, name)
}

func writeOne(ctx context.Context, name string, content io.WriterTo) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = content.WriteTo(file)
	return errors.Join(err, file.Sync(), file.Close(), ctx.Err())
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
