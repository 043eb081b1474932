//go:build unix

package main

import "golang.org/x/sys/unix"

// freeMegabytes is what an ordinary account may still write to the disk of a
// folder.
func freeMegabytes(folder string) (int, error) {
	var room unix.Statfs_t
	if err := unix.Statfs(folder, &room); err != nil {
		return 0, err
	}
	return int(uint64(room.Bavail) * uint64(room.Bsize) >> 20), nil
}
