// Package syncpage is the page "Sinkronisasi" and its segment of the status bar.
package syncpage
