package finder

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/models"
)

// typed are errands that the benchmark types key by key.
var typed = []string{
	"ktp hilang", "bayar pajak motor", "sertipikat tanah hilang", "ijin praktek apotiker",
	"suami saya ditabrak truk, katanya ada santunan ya pak",
	"kami dari CV mau bikin izin usaha lewat OSS tapi bingung caranya",
	"musholla sebelah mana", "bnatuan sosail tidak cair", "tukar uang dolar",
}

func BenchmarkFindPerKey(b *testing.B) {
	sample := sampleDirectory()
	for _, size := range []struct {
		name      string
		directory *models.Directory
	}{
		{"sample", sample},
		{"10000services", enlarge(sample, 10_000)},
	} {
		b.Run(size.name, func(b *testing.B) { findPerKey(b, New(size.directory)) })
	}
}

// findPerKey reports how long one key takes, in microseconds.
func findPerKey(b *testing.B, x *Index) {
	var keys []string
	for _, t := range typed {
		for n := range t {
			keys = append(keys, t[:n+1])
		}
	}
	b.ReportAllocs()
	took := make([]time.Duration, 0, b.N)
	for i := 0; b.Loop(); i++ {
		begin := time.Now()
		x.Find(keys[i%len(keys)], 9)
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	report := func(unit string, share float64) {
		b.ReportMetric(float64(took[int(share*float64(len(took)-1))])/float64(time.Microsecond), unit)
	}
	report("p50-µs", 0.50)
	report("p99-µs", 0.99)
}

// enlarge makes a directory of n services from the words of d, each service
// told apart by a word of its own.
func enlarge(d *models.Directory, n int) *models.Directory {
	large := *d
	large.Agencies = nil
	for made := 0; made < n; {
		for _, a := range d.Agencies {
			a.Code = fmt.Sprintf("%s%d", a.Code, made)
			a.Services = slices.Clone(a.Services)
			for i := range a.Services {
				s := &a.Services[i]
				s.Code = fmt.Sprintf("%s-%d", s.Code, made)
				s.Name = fmt.Sprintf("%s unit%c%c%c", s.Name, 'a'+made%26, 'a'+made/26%26, 'a'+made/676%26)
				made++
			}
			large.Agencies = append(large.Agencies, a)
		}
	}
	return &large
}
