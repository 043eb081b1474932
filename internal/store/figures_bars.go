package store

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"frontdesk/internal/models"
)

// bars are the counts of one thing by bucket. In a row they are a text,
// "0:3 12:1", empty where bucket 0 has all.
type bars map[int]int

// add counts n more in a bucket; what is 0 goes.
func (b bars) add(bucket, n int) {
	if b[bucket] += n; b[bucket] == 0 {
		delete(b, bucket)
	}
}

// sum is the count of all buckets.
func (b bars) sum() int {
	sum := 0
	for _, n := range b {
		sum += n
	}
	return sum
}

// text writes the buckets in their order.
func (b bars) text() string {
	if _, zero := b[0]; zero && len(b) == 1 || len(b) == 0 {
		return ""
	}
	var text []byte
	for _, bucket := range slices.Sorted(maps.Keys(b)) {
		if len(text) > 0 {
			text = append(text, ' ')
		}
		text = strconv.AppendInt(text, int64(bucket), 10)
		text = strconv.AppendInt(append(text, ':'), int64(b[bucket]), 10)
	}
	return string(text)
}

// eachBar tells the buckets of a row: of several texts joined by blanks each
// bucket may come more than once. What is no bucket counts nothing.
func eachBar(n int, text string, tell func(bucket, n int)) {
	barred := 0
	for part := range strings.FieldsSeq(text) {
		bucket, count, _ := strings.Cut(part, ":")
		at, _ := strconv.Atoi(bucket)
		of, _ := strconv.Atoi(count)
		barred += of
		tell(at, of)
	}
	if barred != n {
		tell(0, n-barred) // of rows that have bucket 0 only
	}
}

// barred are figures by what they count, whatever the bucket.
type barred map[models.FigureKey]bars

// add counts figures, or takes them away.
func (s barred) add(key models.FigureKey, bucket, n int) {
	key.Bucket = 0
	if s[key] == nil {
		s[key] = bars{}
	}
	s[key].add(bucket, n)
}

// change is what makes the figures of now of the rows before.
func change(before map[models.FigureKey]figureRow, now []models.Figure) barred {
	made := barred{}
	for _, f := range now {
		made.add(f.FigureKey, f.Bucket, f.N)
	}
	for key, row := range before {
		if here := made[key]; here != nil && here.sum() == row.n && here.text() == row.bars {
			delete(made, key)
			continue
		}
		eachBar(row.n, row.bars, func(bucket, n int) { made.add(key, bucket, -n) })
	}
	return made
}
