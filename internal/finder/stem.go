package finder

import "strings"

// minRoot is the shortest root that affixes are taken off to, in letters;
// shorter ones make "berkas" of "kas".
const minRoot = 4

var (
	suffixes = []string{"nya", "kah", "lah", "pun", "kan", "ku", "mu", "an", "in", "i", "e"}
	prefixes = []string{
		"meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pel", "pe",
		"nge", "ng", "ny", "ber", "be", "ter", "te", "di", "ke", "se", "ku", "m", "n", "ta", "ba",
	}
	// lost are the first letters that a nasal prefix may have swallowed:
	// mengirim = kirim, nyicil = cicil.
	lost = map[string]string{
		"meng": "k", "meny": "sc", "mem": "p", "men": "t",
		"peng": "k", "peny": "sc", "pem": "p", "pen": "t",
		"ng": "k", "ny": "sc", "m": "p", "n": "t",
	}
)

// stems lists what w may be derived from by Indonesian affixes, formal and
// spoken, least stripped first. Most are no words; the caller knows which are.
func stems(w string) []string {
	if len(w) <= minRoot {
		return nil
	}
	var list []string
	add := func(s string) {
		if len(s) >= minRoot && s != w {
			list = append(list, s)
		}
	}
	bare := withoutSuffixes(w)
	for _, b := range bare {
		add(b)
	}
	for _, b := range append([]string{w}, bare...) {
		for _, p := range prefixes {
			rest, ok := strings.CutPrefix(b, p)
			if !ok {
				continue
			}
			add(rest)
			if rest == "" || !strings.ContainsRune("aiueo", rune(rest[0])) {
				continue
			}
			for _, first := range lost[p] {
				add(string(first) + rest)
			}
		}
	}
	return list
}

// withoutSuffixes takes one or two endings off w: "kartunya", "dimasukkannya".
func withoutSuffixes(w string) []string {
	var list []string
	for _, s := range suffixes {
		once, ok := strings.CutSuffix(w, s)
		if !ok || len(once) < minRoot {
			continue
		}
		list = append(list, once)
		if len(s) < 2 {
			continue
		}
		for _, t := range suffixes {
			if twice, ok := strings.CutSuffix(once, t); ok && len(twice) >= minRoot {
				list = append(list, twice)
			}
		}
	}
	return list
}
