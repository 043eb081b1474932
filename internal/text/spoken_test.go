package text

import "testing"

func TestATicketIsCalledAsPeopleReadIt(t *testing.T) {
	id, en := MustLoad(Indonesian), MustLoad(English)
	for _, c := range []struct{ got, want string }{
		{id.Spoken("1A-014", 101), "Nomor antrean satu A nol satu empat, silakan menuju loket seratus satu."},
		{id.Spoken("3G-1207", 7), "Nomor antrean tiga G satu dua nol tujuh, silakan menuju loket tujuh."},
		{en.Spoken("1A-014", 101), "Ticket one A zero one four, please go to counter one zero one."},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestNumbersAreSaidInIndonesian(t *testing.T) {
	for n, want := range map[int]string{
		0: "nol", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 19: "sembilan belas", 20: "dua puluh",
		45: "empat puluh lima", 100: "seratus", 111: "seratus sebelas", 205: "dua ratus lima", 999: "sembilan ratus sembilan puluh sembilan",
		1000: "seribu", 1010: "seribu sepuluh", 2000: "dua ribu", 11500: "sebelas ribu lima ratus",
	} {
		if got := indonesianNumber(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
