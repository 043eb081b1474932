package main

import "golang.org/x/sys/windows"

// freeMegabytes is what this account may still write to the disk of a folder.
func freeMegabytes(folder string) (int, error) {
	path, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(path, &free, nil, nil); err != nil {
		return 0, err
	}
	return int(free >> 20), nil
}
