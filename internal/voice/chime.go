package voice

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"os/exec"
)

// players play a WAVE file that is named as their last word.
var players = []string{"pw-play", "paplay", "aplay"}

var errSilent = errors.New("no program that plays sounds")

// chime is two tones for a computer without speech.
type chime struct{}

// Say implements Voice.
func (chime) Say(ctx context.Context, _ string) error {
	for _, player := range players {
		path, err := exec.LookPath(player)
		if err != nil {
			continue
		}
		return play(ctx, path, tones(587.33, 440))
	}
	return errSilent
}

func play(ctx context.Context, player string, wave []byte) (err error) {
	file, err := os.CreateTemp("", "frontdesk-*.wav")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Remove(file.Name())) }()
	if _, err := file.Write(wave); err != nil {
		return errors.Join(err, file.Close())
	}
	if err := file.Close(); err != nil {
		return err
	}
	return exec.CommandContext(ctx, player, file.Name()).Run()
}

const (
	sampleRate = 22050
	toneLength = sampleRate * 2 / 5 // 0.4 s
)

// tones is a WAVE file of tones, given in Hz, each fading away.
func tones(pitches ...float64) []byte {
	samples := make([]int16, 0, len(pitches)*toneLength)
	for _, pitch := range pitches {
		for i := range toneLength {
			fade := 1 - float64(i)/toneLength
			samples = append(samples, int16(20000*fade*fade*math.Sin(2*math.Pi*pitch*float64(i)/sampleRate)))
		}
	}
	var b bytes.Buffer
	size := uint32(2 * len(samples))
	b.WriteString("RIFF")
	write(&b, 36+size)
	b.WriteString("WAVEfmt ")
	write(&b, uint32(16), uint16(1), uint16(1), uint32(sampleRate), uint32(2*sampleRate), uint16(2), uint16(16))
	b.WriteString("data")
	write(&b, size, samples)
	return b.Bytes()
}

// write never fails: the buffer grows and all values have a fixed size.
func write(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		_ = binary.Write(b, binary.LittleEndian, v)
	}
}
