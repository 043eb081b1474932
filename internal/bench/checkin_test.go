package main

import (
	"context"
	"testing"

	"frontdesk/internal/desk"
)

func BenchmarkCheckIn(b *testing.B) {
	ctx := context.Background()
	d, s, err := openDesk(ctx, b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for b.Loop() {
		if _, err := d.CheckIn(ctx, desk.CheckIn{Errands: []desk.Errand{{Service: "POS-01"}}}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlain(b *testing.B) {
	ctx := context.Background()
	db, err := openPlain(ctx, b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for b.Loop() {
		if err := plainCheckIn(ctx, db); err != nil {
			b.Fatal(err)
		}
	}
}
