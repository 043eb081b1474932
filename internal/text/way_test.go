package text

import (
	"strings"
	"testing"

	"frontdesk/internal/models"
)

func TestAWayIsSaidShortAndInFull(t *testing.T) {
	id, en := MustLoad(Indonesian), MustLoad(English)
	near := models.Way{Floor: 1, Steps: []models.WayStep{{Kind: models.WayLeft}, {Kind: models.WayStraight}}}
	far := models.Way{Floor: 2, Steps: []models.WayStep{
		{Kind: models.WayLift, Floor: 2}, {Kind: models.WayLeft}, {Kind: models.WayNth, Nth: 2}}}
	many := models.Way{Steps: []models.WayStep{{Kind: models.WayNth, Nth: 14}}}
	here := models.Way{Steps: []models.WayStep{{Kind: models.WayHere}}}
	own := models.Way{Steps: far.Steps, Words: "lewat pintu timur."}
	for _, c := range []struct{ rule, got, want string }{
		{"short", id.Way(far), "Naik lift ke lantai 2, ke kiri, loket kedua"},
		{"short in English", en.Way(far), "Take the lift to floor 2, to the left, second counter"},
		{"ordinal without a word", id.Way(many), "Loket ke-14"},
		{"own words, short", id.Way(own), "Lewat pintu timur."},
		{"nothing known, short", id.Way(models.Way{}), ""},
		{"in full", strings.Join(id.WayInFull(near, "Loket 110"), " "),
			"Ke kiri dari resepsionis, lalu lurus. Loket 110 di depan Anda."},
		{"in full in English", strings.Join(en.WayInFull(near, "Counter 110"), " "),
			"To the left from reception, then straight on. Counter 110 is in front of you."},
		{"by lift", strings.Join(id.WayInFull(far, "Loket 202"), " "),
			"Naik lift ke lantai 2. Ke kiri dari lift. Loket 202 adalah loket kedua."},
		{"there already", strings.Join(id.WayInFull(here, "Resepsionis"), " "), "Resepsionis ada di sini."},
		{"own words", strings.Join(id.WayInFull(own, "Loket 202"), " "), "Lewat pintu timur."},
		{"nothing known", strings.Join(id.WayInFull(models.Way{}, "Loket 202"), " "), ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}
