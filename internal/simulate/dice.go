package simulate

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"
)

// dice are the simulation's only source of chance.
type dice struct{ *rand.Rand }

func newDice(seed, stream uint64) dice { return dice{rand.New(rand.NewPCG(seed, stream))} }

// chance is true in so many of a hundred cases.
func (d dice) chance(percent float64) bool { return d.Float64()*100 < percent }

// among picks an index by weight.
func (d dice) among(weights []float64) int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	left := d.Float64() * sum
	for i, w := range weights {
		if left -= w; left < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// between is a whole number from low to high, both included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// span is a while between two durations, to the second.
func (d dice) span(low, high time.Duration) time.Duration {
	return low + time.Duration(d.Int64N(int64((high-low)/time.Second)+1))*time.Second
}

func pick[T any](d dice, list []T) T { return list[d.IntN(len(list))] }

// id writes a UUIDv7 of an instant (RFC 9562, 5.7).
func (d dice) id(at time.Time) string {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(at.UnixMilli())<<16|d.Uint64()&0xfff|0x7000)
	binary.BigEndian.PutUint64(b[8:], d.Uint64()&(1<<62-1)|1<<63)
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
