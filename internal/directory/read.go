package directory

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"reflect"
	"strconv"
	"unicode/utf8"

	"frontdesk/internal/models"
)

// Limits of a directory file (issue: Directory).
const (
	maxBytes = 50 << 20
	maxDepth = 64
)

// Read reads and checks a directory, JSON or a spreadsheet: what it begins
// with decides. What is wrong with it comes as *Faults, everything at once;
// other errors are those of r.
func Read(r io.Reader) (*models.Directory, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, models.Fault(err, "directory.unreadable")
	}
	switch {
	case bytes.HasPrefix(data, packedFile):
		return readXLSX(data)
	case bytes.HasPrefix(data, oldExcel):
		return nil, &Faults{[]Problem{{wholeFile, models.Say("directory.sheet_old")}}}
	}
	// Editors on Windows put a byte order mark first.
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	found := &problems{}
	if !readable(data, found) {
		return nil, &Faults{found.all()}
	}
	d := decode(data, found)
	addChecks(d, found)
	if len(found.list) > 0 {
		return nil, &Faults{found.all()}
	}
	return complete(reflect.ValueOf(d)).Interface().(*models.Directory), nil
}

// ReadFile reads and checks the directory file at path. It looks before it
// opens: a pipe that nobody writes to would keep it waiting for ever.
func ReadFile(path string) (*models.Directory, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, models.Misuse("directory.no_file", path)
	case err != nil:
		return nil, models.Fault(err, "directory.unreadable")
	case info.IsDir():
		return nil, models.Misuse("directory.folder", path)
	case !info.Mode().IsRegular():
		return nil, models.Misuse("directory.no_plain_file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, models.Fault(err, "directory.unreadable")
	}
	defer file.Close()
	return Read(file)
}

// readable tells whether data is JSON that can be walked; what is wrong with
// the text itself goes to found.
func readable(data []byte, found *problems) bool {
	if len(data) > maxBytes {
		found.add(wholeFile, "directory.too_big", maxBytes>>20)
		return false
	}
	checkEncoding(data, found)
	if offset, deep := tooDeep(data); deep {
		found.add(position(data, offset).String(), "directory.too_deep", maxDepth)
		return false
	}
	// Into a struct without fields, only the syntax is looked at.
	var nothing struct{}
	var broken *json.SyntaxError
	if errors.As(json.Unmarshal(data, &nothing), &broken) {
		found.addText(position(data, int(broken.Offset)-1), "directory.broken_json")
		return false
	}
	return true
}

// checkEncoding reports the first byte of each line that is not UTF-8.
func checkEncoding(data []byte, found *problems) {
	start := 0
	for line := range bytes.Lines(data) {
		if offset := badByte(line); offset >= 0 {
			found.addText(position(data, start+offset), "directory.bad_utf8")
		}
		start += len(line)
		if found.more > 0 {
			return
		}
	}
}

func badByte(line []byte) int {
	if utf8.Valid(line) {
		return -1
	}
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// tooDeep finds the bracket that opens one level too many.
func tooDeep(data []byte) (offset int, deep bool) {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth > maxDepth {
			return i, true
		}
	}
	return 0, false
}

// spotInText is a line and column, both from 1, in characters.
type spotInText struct {
	line, column int
}

func (s spotInText) String() string { return strconv.Itoa(s.line) + ":" + strconv.Itoa(s.column) }

// position tells where an offset lies; one before the text is its start.
func position(data []byte, offset int) spotInText {
	before := data[:min(max(offset, 0), len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return spotInText{bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1}
}

// addChecks adds what Check finds, except where the text already is at fault:
// a name of the wrong type is not blank as well.
func addChecks(d *models.Directory, found *problems) {
	faulty := map[string]bool{}
	for _, p := range found.list {
		faulty[p.Place] = true
	}
	if faulty[wholeFile] {
		return
	}
	for _, p := range Check(d) {
		if !within(faulty, p.Place) {
			found.add(p.Place, p.Says.Key, p.Says.Args...)
		}
	}
}
