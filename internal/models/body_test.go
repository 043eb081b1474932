package models

import "testing"

func TestANullIsLeftOutOfABodyExceptWhereItAlwaysStood(t *testing.T) {
	got, err := EncodeBody([]string{"a", "identity", "note", "z"}, []any{nil, []byte{}, "x", nil})
	if want := `{"identity":null,"note":"x"}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := EncodeBody([]string{"a"}, []any{nil}); err != nil || string(got) != `{}` {
		t.Errorf("got %s, %v", got, err)
	}
}
