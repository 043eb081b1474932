package text

import "testing"

func TestThousandsArePartedAsTheLanguageDoes(t *testing.T) {
	id, en := MustLoad(Indonesian), MustLoad(English)
	for _, c := range []struct{ got, want string }{
		{id.Count(0), "0"},
		{id.Count(999), "999"},
		{id.Count(1200), "1.200"},
		{id.Count(1234567), "1.234.567"},
		{id.Count(-1200), "-1.200"},
		{en.Count(5000), "5,000"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
