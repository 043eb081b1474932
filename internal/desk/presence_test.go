package desk_test

import (
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/directory"
	"frontdesk/internal/models"
)

func TestTheEndOfAMarkIsReadAsPeopleWriteIt(t *testing.T) {
	d := desk.New(desk.Options{Directory: directory.Sample()})
	at := time.Date(2026, time.November, 23, 0, 41, 0, 0, time.UTC)
	for typed, want := range map[string]string{
		"09.15": "2026-11-23T09:15:00+08:00", "9.15": "2026-11-23T09:15:00+08:00", " 9:15 ": "2026-11-23T09:15:00+08:00",
		"915": "2026-11-23T09:15:00+08:00", "1330": "2026-11-23T13:30:00+08:00",
		"2026-11-24T08:00:00+08:00": "2026-11-24T08:00:00+08:00",
	} {
		got, err := d.ReadUntil(typed, at)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("%q is %v, %v", typed, got, err)
		}
	}
	if got, err := d.ReadUntil("", at); err != nil || !got.IsZero() {
		t.Errorf("nothing is %v, %v", got, err)
	}
	for _, typed := range []string{"25.00", "siang", "9.75", "09.15.30", "0915x"} {
		if _, err := d.ReadUntil(typed, at); models.KindOf(err) != models.KindUsage {
			t.Errorf("%q: %v", typed, err)
		}
	}
}
