// Package board is the visitors' display: which number goes to which counter.
package board
