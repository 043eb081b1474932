package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// shelf is the folder that keeps filled malls for later runs; empty: each is
// made anew and thrown away.
type shelf string

// filledMark is written beside a mall when all of it is filled.
const filledMark = "filled"

// take gives the folder of the mall of a name, filled now or by an earlier run.
// leave throws away what is not kept.
func (s shelf) take(name string, fill func(folder string) error) (folder string, leave func() error, err error) {
	if s == "" {
		folder, err = os.MkdirTemp("", "frontdesk-bench")
		if err != nil {
			return "", nil, err
		}
		leave = func() error { return os.RemoveAll(folder) }
		if err := fill(folder); err != nil {
			return "", nil, errors.Join(err, leave())
		}
		return folder, leave, nil
	}
	folder, leave = filepath.Join(string(s), name), func() error { return nil }
	mark := filepath.Join(folder, filledMark)
	if _, err := os.Stat(mark); !errors.Is(err, fs.ErrNotExist) {
		return folder, leave, err
	}
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o700)); err != nil {
		return "", nil, err
	}
	if err := fill(folder); err != nil {
		return "", nil, err
	}
	return folder, leave, os.WriteFile(mark, nil, 0o600)
}
