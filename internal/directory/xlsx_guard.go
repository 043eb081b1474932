package directory

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
)

// Limits of a spreadsheet file. A mall of 30 agencies takes 0.2 MB packed,
// 2 MB unpacked and 50,000 elements.
const (
	maxPacked   = 10 << 20
	maxUnpacked = 32 << 20
	maxParts    = 500
	maxElements = 500_000
	maxNesting  = 64
	maxTag      = 16 << 10 // bytes of one tag with its attributes
	maxRows     = 20_000
	maxColumns  = 200
	maxCellText = 6 * 32_767 // bytes, escapes included
	// A part may shrink to a hundredth, as repeated rows do; small ones more.
	maxRatio      = 100
	ratioCountsAt = 1 << 20
)

// bomb is a reason not to open a spreadsheet: the key of its sentence.
type bomb struct {
	key  string
	args []any
}

func (b *bomb) Error() string { return b.key }

// guard unpacks every part of a spreadsheet once, piece by piece and keeping
// none, before a library that keeps everything sees it.
func guard(packed []byte) *bomb {
	if len(packed) > maxPacked {
		return &bomb{"directory.too_big", []any{maxPacked >> 20}}
	}
	archive, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return &bomb{key: "directory.sheet_broken"}
	}
	if len(archive.File) > maxParts {
		return &bomb{key: "directory.sheet_bomb"}
	}
	scan := &xmlScan{}
	for _, part := range archive.File {
		if found := scan.part(part); found != nil {
			return found
		}
	}
	if !isWorkbook(archive) {
		return &bomb{key: "directory.sheet_other"}
	}
	return nil
}

func isWorkbook(archive *zip.Reader) bool {
	for _, part := range archive.File {
		if strings.EqualFold(part.Name, "xl/workbook.xml") {
			return true
		}
	}
	return false
}

// xmlScan looks at the bytes of XML without building anything from them. It
// counts over all parts what a hostile file has too much of.
type xmlScan struct {
	unpacked, elements int

	depth, rows, cells int // of this part
	name               []byte
	tag, text          int // bytes of the open tag, of the text since the last
	inTag              bool
	quote, last        byte
}

func (s *xmlScan) part(part *zip.File) *bomb {
	in, err := part.Open()
	if err != nil {
		return &bomb{key: "directory.sheet_broken"}
	}
	defer in.Close()
	s.depth, s.rows, s.cells, s.text, s.inTag = 0, 0, 0, 0, false
	isXML := isXMLPart(part.Name)
	piece := make([]byte, 32<<10)
	size := 0
	for {
		n, err := in.Read(piece)
		size += n
		s.unpacked += n
		if s.unpacked > maxUnpacked || size > ratioCountsAt && size/maxRatio > int(part.CompressedSize64) {
			return &bomb{key: "directory.sheet_bomb"}
		}
		if isXML {
			if found := s.look(piece[:n]); found != nil {
				return found
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &bomb{key: "directory.sheet_broken"}
		}
	}
}

func isXMLPart(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

func (s *xmlScan) look(piece []byte) *bomb {
	for _, b := range piece {
		var found *bomb
		switch {
		case s.inTag:
			found = s.inside(b)
		case b == '<':
			s.inTag, s.tag, s.quote, s.last, s.text = true, 0, 0, 0, 0
			s.name = s.name[:0]
		default:
			if s.text++; s.text > maxCellText {
				found = &bomb{"directory.sheet_long", []any{maxCellText / 6}}
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// inside takes one byte of a tag, and the whole tag at its end.
func (s *xmlScan) inside(b byte) *bomb {
	if s.tag++; s.tag > maxTag || s.tag == 1 && b == '!' {
		// Declarations can make entities that unfold to gigabytes; no
		// spreadsheet has any.
		return &bomb{key: "directory.sheet_bomb"}
	}
	switch {
	case s.quote != 0:
		if b == s.quote {
			s.quote = 0
		}
	case b == '"' || b == '\'':
		s.quote = b
	case b == '>':
		s.inTag = false
		return s.end()
	}
	if len(s.name) < 64 && len(s.name) == s.tag-1 && !isBlank(b) {
		s.name = append(s.name, b)
	}
	s.last = b
	return nil
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func (s *xmlScan) end() *bomb {
	name := string(s.name)
	switch {
	case strings.HasPrefix(name, "?"):
		return nil
	case strings.HasPrefix(name, "/"):
		s.depth--
		return nil
	case s.last != '/':
		s.depth++
	}
	s.elements++
	_, local, prefixed := strings.Cut(strings.TrimSuffix(name, "/"), ":")
	if !prefixed {
		local = strings.TrimSuffix(name, "/")
	}
	switch local {
	case "row":
		s.rows++
		s.cells = 0
	case "c":
		s.cells++
	}
	switch {
	case s.cells > maxColumns:
		return &bomb{"directory.sheet_columns", []any{maxColumns}}
	case s.rows > maxRows:
		return &bomb{"directory.sheet_rows", []any{maxRows}}
	case s.elements > maxElements || s.depth > maxNesting:
		return &bomb{key: "directory.sheet_bomb"}
	}
	return nil
}
