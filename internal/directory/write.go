package directory

import (
	"encoding/json"
	"io"
	"reflect"
	"strings"

	"frontdesk/internal/models"
)

// Write writes d as indented JSON, every field in the same order each time;
// lists that the format requires are written as [] when empty. What Read
// gives back is equal to what it gave before.
func Write(w io.Writer, d *models.Directory) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(complete(reflect.ValueOf(d)).Interface())
}

// complete copies v with one form for an empty list: [] where the format
// requires the field, none where it may be left out.
func complete(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		p := reflect.New(v.Type().Elem())
		p.Elem().Set(complete(v.Elem()))
		return p
	case reflect.Struct:
		return completeStruct(v)
	case reflect.Slice:
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			list.Index(i).Set(complete(v.Index(i)))
		}
		return list
	}
	return v
}

func completeStruct(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	for i := range v.NumField() {
		field := v.Field(i)
		optional := strings.HasSuffix(v.Type().Field(i).Tag.Get("json"), ",omitempty")
		if optional && field.Kind() == reflect.Slice && field.Len() == 0 {
			continue
		}
		c.Field(i).Set(complete(field))
	}
	return c
}
