package directory

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

func TestTheSampleHasNoFault(t *testing.T) {
	if _, err := Read(bytes.NewReader(sample)); err != nil {
		t.Fatal(err)
	}
}

func TestWritingKeepsEveryFieldOfTheSample(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, Sample()); err != nil {
		t.Fatal(err)
	}
	var before, after any
	if err := json.Unmarshal(sample, &before); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out.Bytes(), &after); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(before, after) {
		t.Error("the sample says something else after reading and writing it")
	}
}
