package finder

import (
	"strings"
	"testing"
)

func FuzzFind(f *testing.F) {
	for _, q := range typed {
		f.Add(q, 5)
	}
	f.Add("ktp \xff\x00 hilang", -1)
	f.Add(strings.Repeat("sertipikathilang ", 100), 1)
	f.Add("Ⅷ ﷺ é'\u0301", 3)
	x := sampleIndex()
	f.Fuzz(func(t *testing.T, query string, limit int) {
		most := limit
		if limit <= 0 {
			most = usualLimit
		}
		checkResult(t, x.Find(query, limit), most)
		if kept := strings.Fields(Keepable(query)); len(kept) > keptWords {
			t.Fatalf("keeps %q", kept)
		}
	})
}
