package nightly

import (
	"fmt"
	"testing"
	"time"
)

var (
	wita  = time.FixedZone("WITA", 8*60*60)
	plain = Schedule{Night: 20 * time.Hour, Zone: wita, DeskID: "desk"}
)

// local reads "2 20:15" as a time of November 2026.
func local(t *testing.T, text string) time.Time {
	t.Helper()
	if text == "never" {
		return time.Time{}
	}
	at, err := time.ParseInLocation("2006-01 2 15:04", "2026-11 "+text, wita)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestTheNextRunIsTheComingSlotOrNowWhenOneWasMissed(t *testing.T) {
	slot := plain.slot(local(t, "2 00:00"))
	before, after := slot.Add(-time.Minute).Format("15:04"), slot.Add(time.Minute).Format("15:04")
	at := slot.Format("15:04")
	for _, rule := range []struct{ name, now, last, next string }{
		{"nothing was ever sent", "2 09:00", "never", "2 09:00"},
		{"tonight, after last night's success", "3 09:00", "2 " + after, "3 " + at},
		{"a day at the open window brings no run by day", "3 18:59", "2 " + after, "3 " + at},
		{"a minute before the slot", "3 " + before, "3 17:00", "3 " + at},
		{"the slot has come", "3 " + at, "3 17:00", "3 " + at},
		{"slept through the slot, awake in the same night", "4 01:00", "3 17:00", "4 01:00"},
		{"done this night", "4 01:00", "3 " + after, "4 " + at},
		{"off at night, closed the day with a success", "4 08:00", "3 17:00", "4 " + at},
		{"off at night, last success older than 20 hours", "4 13:01", "3 17:00", "4 13:01"},
		{"off since Friday", "9 07:30", "6 17:00", "9 07:30"},
		{"the clock was ahead at the last success", "3 09:00", "25 12:00", "3 09:00"},
		{"a success this very minute", "3 09:00", "3 09:00", "3 " + at},
	} {
		t.Run(rule.name, func(t *testing.T) {
			got := plain.NextRun(local(t, rule.now), local(t, rule.last))
			if want := local(t, rule.next); !got.Equal(want) {
				t.Errorf("got %v, want %v", got.In(wita), want)
			}
		})
	}
}

func TestASlotLaterThanMidnightBelongsToTheNightBefore(t *testing.T) {
	late := Schedule{Night: 23*time.Hour + 59*time.Minute, Zone: wita, DeskID: "desk"}
	slot := late.slot(local(t, "2 00:00"))
	if slot.Day() != 3 || slot.Hour() > 2 {
		t.Fatalf("the slot is %v", slot)
	}
	if got := late.NextRun(slot.Add(time.Minute), local(t, "2 17:00")); !got.Equal(slot.Add(time.Minute)) {
		t.Errorf("after the slot it is due at %v", got)
	}
}

func TestEachDeskHasItsOwnMinuteInTwoHoursEveryNight(t *testing.T) {
	minutes := map[time.Duration]int{}
	for i := range 5000 {
		s := Schedule{Night: 20 * time.Hour, Zone: wita, DeskID: fmt.Sprint(i)}
		day := local(t, "2 00:00")
		offset := s.slot(day).Sub(day) - s.Night
		if again := s.slot(day.AddDate(0, 0, 9)).Sub(day.AddDate(0, 0, 9)) - s.Night; again != offset {
			t.Fatalf("desk %d moved from %v to %v", i, offset, again)
		}
		if offset < 0 || offset > maxJitter {
			t.Fatalf("desk %d waits %v", i, offset)
		}
		minutes[offset]++
	}
	for minute, desks := range minutes {
		if desks > 100 {
			t.Errorf("%d of 5000 desks come at %v", desks, minute)
		}
	}
	if len(minutes) < 121 {
		t.Errorf("only %d of 121 minutes are used", len(minutes))
	}
}

func TestTheSlotFollowsTheWallClockThroughSummerTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	s := Schedule{Night: 20 * time.Hour, Zone: berlin, DeskID: "desk"}
	winter := s.slot(time.Date(2026, 10, 24, 0, 0, 0, 0, berlin))
	summer := s.slot(time.Date(2026, 10, 25, 0, 0, 0, 0, berlin))
	if winter.Format("15:04") != summer.Format("15:04") {
		t.Errorf("%v and %v", winter, summer)
	}
}

func TestRetriesWaitBetweenHalfAMinuteAndHalfAnHour(t *testing.T) {
	for failures := 1; failures < 100; failures++ {
		low, high := Pause(failures, 0), Pause(failures, 0.999999)
		if low != shortPause || high > longPause {
			t.Fatalf("after %d failures: %v to %v", failures, low, high)
		}
	}
	for failures, limit := range map[int]time.Duration{1: 30 * time.Second, 2: time.Minute, 4: 4 * time.Minute, 7: longPause, 60: longPause} {
		if got := Pause(failures, 1); got != limit {
			t.Errorf("after %d failures at most %v, want %v", failures, got, limit)
		}
	}
}
