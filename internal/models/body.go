package models

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"
)

// A body is a record's columns as one JSON object, sorted by name, always the
// same bytes for the same values: its hash is compared across databases.
// Integers and valid text stand as they are; {"b": …} holds a blob and
// {"t": …} text that is no UTF-8, both in base64; {"r": …} holds a real
// number. An empty blob counts as null. A null is left out, so that a column
// added later changes no hash of a record that does not use it.

// nullStands is the one column whose null stands in the body: it was there
// before nulls were left out, and the hashes stay.
const nullStands = "identity"

// EncodeBody writes the columns names (sorted) with their values.
func EncodeBody(names []string, values []any) ([]byte, error) {
	out := append(make([]byte, 0, 512), '{')
	for i, name := range names {
		if isNull(values[i]) && name != nullStands {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		var err error
		if out, err = appendText(out, name); err != nil {
			return nil, err
		}
		if out, err = appendValue(append(out, ':'), values[i]); err != nil {
			return nil, fmt.Errorf("column %s: %w", name, err)
		}
	}
	return append(out, '}'), nil
}

// EncodeColumns is EncodeBody for columns in no order.
func EncodeColumns(columns map[string]any) ([]byte, error) {
	names := slices.Sorted(maps.Keys(columns))
	values := make([]any, len(names))
	for i, name := range names {
		values[i] = columns[name]
	}
	return EncodeBody(names, values)
}

func isNull(value any) bool {
	blob, isBlob := value.([]byte)
	return value == nil || isBlob && len(blob) == 0
}

func appendValue(out []byte, value any) ([]byte, error) {
	if isNull(value) {
		return append(out, "null"...), nil
	}
	switch v := value.(type) {
	case int64:
		return strconv.AppendInt(out, v, 10), nil
	case float64:
		return appendWrapped(out, 'r', strconv.FormatFloat(v, 'g', -1, 64)), nil
	case []byte:
		return appendWrapped(out, 'b', base64.StdEncoding.EncodeToString(v)), nil
	case string:
		if !utf8.ValidString(v) {
			return appendWrapped(out, 't', base64.StdEncoding.EncodeToString([]byte(v))), nil
		}
		return appendText(out, v)
	}
	return nil, fmt.Errorf("a value of type %T does not travel", value)
}

func appendWrapped(out []byte, kind byte, text string) []byte {
	out = append(out, '{', '"', kind, '"', ':', '"')
	out = append(out, text...)
	return append(out, '"', '}')
}

// appendText writes a JSON string without the escapes meant for HTML.
func appendText(out []byte, text string) ([]byte, error) {
	if plain(text) {
		out = append(out, '"')
		out = append(out, text...)
		return append(out, '"'), nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(text)
	return append(out, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...), err
}

// plain tells that text needs no escape; most columns are short codes.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' || c == 0x7f {
			return false
		}
	}
	return true
}

// DecodeBody reads what EncodeBody wrote, whatever the order and the blanks.
func DecodeBody(body []byte) (map[string]any, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var raw map[string]any
	if err := d.Decode(&raw); err != nil {
		return nil, err
	}
	for name, value := range raw {
		decoded, err := decodeValue(value)
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", name, err)
		}
		raw[name] = decoded
	}
	return raw, nil
}

func decodeValue(value any) (any, error) {
	switch v := value.(type) {
	case nil, string:
		return v, nil
	case json.Number:
		return v.Int64()
	case map[string]any:
		return unwrap(v)
	}
	return nil, fmt.Errorf("a value of type %T does not travel", value)
}

func unwrap(wrapped map[string]any) (any, error) {
	for kind, inner := range wrapped {
		text, ok := inner.(string)
		if !ok || len(wrapped) != 1 {
			break
		}
		if kind == "r" {
			number, err := strconv.ParseFloat(text, 64)
			if math.IsNaN(number) {
				return nil, fmt.Errorf("no number: %q", text)
			}
			return number, err
		}
		raw, err := base64.StdEncoding.DecodeString(text)
		switch kind {
		case "b":
			return raw, err
		case "t":
			return string(raw), err
		}
	}
	return nil, fmt.Errorf("unknown wrapping %v", slices.Sorted(maps.Keys(wrapped)))
}
