package record

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Files is what is to be written, in that order, each under its name in the folder or under a full path.
type Files []File

// File is a file and what is to be in it.
type File struct {
	Name    string
	Content io.WriterTo
}

// Held is a file that is in memory.
type Held []byte

// WriteTo writes it.
func (h Held) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(h)
	return int64(n), err
}

// Made is a file that is made when it is written.
type Made func() ([]byte, error)

// WriteTo makes the file and writes it.
func (m Made) WriteTo(w io.Writer) (int64, error) {
	content, err := m()
	if err != nil {
		return 0, err
	}
	return Held(content).WriteTo(w)
}

// WriteAll writes all files or none: under temporary names first, and under their own when all are complete.
func WriteAll(ctx context.Context, folder string, list Files) (err error) {
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
		target := place(folder, one.Name)
		if info, err := os.Stat(target); err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder", target)
		}
		name := filepath.Join(filepath.Dir(target), fmt.Sprintf(".%s.%d.tmp", filepath.Base(target), os.Getpid()))
		temporary = append(temporary, name)
		if err := writeOne(ctx, name, one.Content); err != nil {
			return err
		}
	}
	for i, one := range list {
		if err := os.Rename(temporary[i], place(folder, one.Name)); err != nil {
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
