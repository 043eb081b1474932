package models

import (
	"strings"
	"time"
	"unicode"
)

// NIKProblem says why a NIK looks wrong. It warns and never blocks: old
// records hold impossible dates, and districts split (domain.md §3.1).
type NIKProblem string

const (
	NIKFine     NIKProblem = ""
	NIKLength   NIKProblem = "length"   // not 16 digits
	NIKRegion   NIKProblem = "region"   // a region code with a zero part
	NIKBirthday NIKProblem = "birthday" // no such date
	NIKSerial   NIKProblem = "serial"   // serial 0000
)

// CleanNIK removes what people and readers put between digits (blanks, dots,
// hyphens, no-break spaces) and reads the letter O as zero. Text that is no
// number comes back trimmed but otherwise as it was.
func CleanNIK(typed string) string {
	var digits strings.Builder
	for _, r := range typed {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case r == 'O' || r == 'o':
			digits.WriteByte('0')
		case r == '.' || r == '-' || r == '\u200b' || r == '\ufeff' || unicode.IsSpace(r):
		default:
			return strings.TrimSpace(typed)
		}
	}
	return digits.String()
}

// CheckNIK looks at the structure PPKKCC DDMMYY SSSS of a cleaned NIK. A
// woman's day is 41–71. The century is unknown, so 29 February passes when
// either century has it.
func CheckNIK(nik string) NIKProblem {
	if len(nik) != 16 || strings.Trim(nik, "0123456789") != "" {
		return NIKLength
	}
	if nik[:2] == "00" || nik[2:4] == "00" || nik[4:6] == "00" {
		return NIKRegion
	}
	if !nikBirthday(number(nik[6:8]), number(nik[8:10]), number(nik[10:12])) {
		return NIKBirthday
	}
	if nik[12:] == "0000" {
		return NIKSerial
	}
	return NIKFine
}

func nikBirthday(day, month, year int) bool {
	if day > 40 {
		day -= 40
	}
	return realDate(1900+year, month, day) || realDate(2000+year, month, day)
}

func realDate(year, month, day int) bool {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return day > 0 && t.Day() == day && int(t.Month()) == month
}

// number reads two digits that are known to be digits.
func number(two string) int { return int(two[0]-'0')*10 + int(two[1]-'0') }
