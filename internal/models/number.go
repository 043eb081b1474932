package models

import (
	"fmt"
	"strconv"
	"strings"
)

// TicketNumber writes prefix and sequence as printed: "1A-014".
func TicketNumber(prefix string, sequence int) string {
	return fmt.Sprintf("%s-%03d", prefix, sequence)
}

// ParseTicketNumber reads a printed number; ok is false when it is none.
func ParseTicketNumber(number string) (prefix string, sequence int, ok bool) {
	prefix, digits, found := strings.Cut(strings.ToUpper(strings.TrimSpace(number)), "-")
	if !found || prefix == "" || len(digits) < 3 || len(digits) > 6 {
		return "", 0, false
	}
	sequence, err := strconv.Atoi(digits)
	if err != nil || sequence < 1 || TicketNumber(prefix, sequence) != prefix+"-"+digits {
		return "", 0, false
	}
	return prefix, sequence, true
}

// Sequences of one desk's block: desks that share no database never meet.
// Desk 1 counts from 1 and desk n from n·1000+1 (issue: Check-in). A block
// that is used up goes on at n·10000+1, which no other desk reaches either.
// The many PCs of a mall on a server have numbers up to 99, for the time that
// each is alone: from 10 on the block begins at n·10000+1 and holds 9,999.

// FirstSequence is the first number a desk (1–99) issues on a day.
func FirstSequence(desk int) int {
	switch {
	case desk <= 1:
		return 1
	case desk <= 9:
		return desk*1000 + 1
	}
	return desk*10000 + 1
}

// BlockEnd is the last number before the block goes on at BlockBeyond.
func BlockEnd(desk int) int {
	switch {
	case desk <= 1:
		return 2000
	case desk <= 9:
		return desk*1000 + 999
	}
	return desk*10000 + 9999
}

// BlockBeyond is the number that follows BlockEnd of desks 1 to 9.
func BlockBeyond(desk int) int { return max(desk, 1)*10000 + 1 }

// Numbers that the sequence of desk 1 leaves free: they stand on blank slips
// for power cuts and are entered later (issue: Printing).
const (
	PaperFirst = 901
	PaperLast  = 950
)
