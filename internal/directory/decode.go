package directory

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"frontdesk/internal/models"
)

// listBudget bounds the memory that list entries may take, in bytes: "{}," is
// three bytes in a file and hundreds as an agency.
const listBudget = 128 << 20

// decoder walks JSON of good syntax along the types of models. Unlike
// json.Unmarshal it goes on after a wrong type and knows its place.
type decoder struct {
	tokens *json.Decoder
	found  *problems
	budget int
	fields map[reflect.Type]map[string]int
	spent  bool // the budget is; nothing more is read
	err    error
}

// decode fills a directory from data; wrong types go to found with their
// place, and what is wrong is left empty.
func decode(data []byte, found *problems) *models.Directory {
	d := &decoder{
		tokens: json.NewDecoder(bytes.NewReader(data)),
		found:  found,
		budget: listBudget,
		fields: map[reflect.Type]map[string]int{},
	}
	d.tokens.UseNumber()
	directory := &models.Directory{}
	if !d.value(nil, reflect.ValueOf(directory).Elem()) {
		d.wrongType(nil, reflect.TypeOf(*directory))
	}
	if d.err != nil && !d.spent {
		found.addText(position(data, int(d.tokens.InputOffset())), "directory.broken_json")
	}
	return directory
}

// value reads the next value into v; false means it was null.
func (d *decoder) value(at *place, v reflect.Value) (given bool) {
	if v.Kind() == reflect.Pointer {
		p := reflect.New(v.Type().Elem())
		if given = d.value(at, p.Elem()); given {
			v.Set(p)
		}
		return given
	}
	token := d.next()
	switch {
	case token == nil:
		return false
	case token == json.Delim('{') && v.Kind() == reflect.Struct:
		d.object(at, v)
	case token == json.Delim('[') && v.Kind() == reflect.Slice:
		d.list(at, v)
	case token == json.Delim('{') || token == json.Delim('['):
		d.skipRest()
		d.wrongType(at, v.Type())
	case !setPlain(v, token):
		d.wrongType(at, v.Type())
	}
	return true
}

// object reads fields up to the closing brace; unknown ones are passed over.
func (d *decoder) object(at *place, v reflect.Value) {
	known := d.fieldsOf(v.Type())
	var seen uint64
	for d.more() {
		name, _ := d.next().(string)
		i, ok := known[name]
		if !ok {
			d.skip()
			continue
		}
		here := at.at(name)
		if seen&(1<<i) != 0 {
			d.found.add(here.String(), "directory.field_twice")
		}
		seen |= 1 << i
		d.value(here, v.Field(i))
	}
	d.next()
}

// list reads entries up to the closing bracket. An entry of the wrong type
// stays as an empty one, so that the places after it are right.
func (d *decoder) list(at *place, v reflect.Value) {
	elem := v.Type().Elem()
	list := reflect.MakeSlice(v.Type(), 0, 0)
	for i := 0; d.more(); i++ {
		if d.budget -= int(elem.Size()); d.budget < 0 {
			d.found.add(at.String(), "directory.too_many")
			d.spent = true
			return
		}
		entry := reflect.New(elem).Elem()
		here := at.item(i)
		if !d.value(here, entry) {
			d.wrongType(here, elem)
		}
		list = reflect.Append(list, entry)
	}
	d.next()
	v.Set(list)
}

// setPlain puts a text, number or truth value into v, if it is of that kind.
func setPlain(v reflect.Value, token json.Token) bool {
	switch t := token.(type) {
	case string:
		if v.Kind() != reflect.String {
			return false
		}
		v.SetString(t)
	case bool:
		if v.Kind() != reflect.Bool {
			return false
		}
		v.SetBool(t)
	case json.Number:
		return setNumber(v, t)
	}
	return true
}

func setNumber(v reflect.Value, n json.Number) bool {
	switch v.Kind() {
	case reflect.Int:
		whole, err := strconv.Atoi(n.String())
		v.SetInt(int64(whole))
		return err == nil
	case reflect.Float64:
		number, err := n.Float64()
		v.SetFloat(number)
		return err == nil
	}
	return false
}

func (d *decoder) next() json.Token {
	token, err := d.tokens.Token()
	if err != nil {
		d.err = err
	}
	return token
}

func (d *decoder) more() bool { return d.err == nil && !d.spent && d.tokens.More() }

// skip passes over the next value, whatever it is.
func (d *decoder) skip() {
	var unread json.RawMessage
	if err := d.tokens.Decode(&unread); err != nil {
		d.err = err
	}
}

// skipRest passes over the rest of the list or object that is open.
func (d *decoder) skipRest() {
	for depth := 1; depth > 0 && d.err == nil; {
		switch d.next() {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
}

func (d *decoder) wrongType(at *place, t reflect.Type) {
	d.found.add(at.String(), "directory.wrong_type", models.Say("directory.type."+typeName(t)))
}

func typeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct:
		return "object"
	case reflect.Slice:
		return "list"
	case reflect.Int:
		return "whole"
	case reflect.Float64:
		return "number"
	case reflect.Bool:
		return "bool"
	}
	return "text"
}

// fieldsOf maps the JSON names of a struct's fields to their indexes.
func (d *decoder) fieldsOf(t reflect.Type) map[string]int {
	if known, ok := d.fields[t]; ok {
		return known
	}
	known := map[string]int{}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		known[name] = i
	}
	d.fields[t] = known
	return known
}
