package desk_test

import (
	"testing"
	"time"

	"frontdesk/internal/desk"
	"frontdesk/internal/text"
)

func TestAWaitInWords(t *testing.T) {
	speak := text.MustLoad(text.Indonesian)
	minutes := func(ahead int, low, likely, high float64) desk.Wait {
		m := func(v float64) time.Duration { return time.Duration(v * float64(time.Minute)) }
		return desk.Wait{Ahead: ahead, Low: m(low), Likely: m(likely), High: m(high)}
	}
	open := minutes(9, 95.5, 130, 200)
	open.OpenEnded = true
	late := open
	late.Unlikely = true
	for _, c := range []struct {
		wait         desk.Wait
		comes, ahead string
	}{
		{minutes(0, 0.1, 0.8, 1.5), "tanpa antrean", "tidak ada di depan · segera dipanggil"},
		{minutes(0, 2.2, 6, 11.1), "tanpa antrean · 2–12 mnt", "tidak ada di depan · 2–12 menit"},
		{minutes(4, 12.9, 15, 19.2), "4 menunggu · 12–20 mnt", "4 di depan · 12–20 menit"},
		{minutes(7, 33, 50, 71), "7 menunggu · 30–75 mnt", "7 di depan · 30–75 menit"},
		{open, "9 menunggu · 95+ mnt", "9 di depan · 95 menit atau lebih"},
		{late, "9 menunggu · kemungkinan tidak terlayani", "9 di depan · kemungkinan tidak terlayani"},
	} {
		if got := speak.Say(c.wait.Say()); got != c.comes {
			t.Errorf("who comes is told %q, not %q", got, c.comes)
		}
		if got := speak.Say(c.wait.SayAhead()); got != c.ahead {
			t.Errorf("who has a number is told %q, not %q", got, c.ahead)
		}
	}
}
