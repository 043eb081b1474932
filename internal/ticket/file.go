package ticket

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"frontdesk/internal/models"
)

// fileDevice is a printer that the system shows as a file, such as
// /dev/usb/lp0 or LPT1. Such a file gives no answers.
type fileDevice struct{ path string }

// deliver implements device. A write to a printer without paper hangs; it goes
// on in the background and is given up by closing the file.
func (d *fileDevice) deliver(ctx context.Context, j job) error {
	f, err := os.OpenFile(d.path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("%w: %w", errOffline, err)
	}
	written := make(chan error, 1)
	go func() {
		_, err := f.Write(j.bytes())
		written <- err
	}()
	select {
	case err = <-written:
		return errors.Join(err, f.Close())
	case <-ctx.Done():
		return errors.Join(ctx.Err(), f.Close())
	}
}

func (d *fileDevice) state(context.Context) models.PrinterState {
	if _, err := os.Stat(d.path); err != nil {
		return models.PrinterOffline
	}
	return models.PrinterReady
}

// pngFolder keeps each ticket as a picture.
type pngFolder struct{ folder string }

func (d pngFolder) deliver(_ context.Context, j job) error {
	return j.keep(d.folder, ".png", func(w io.Writer, img *image.Gray) error { return png.Encode(w, img) })
}

func (d pngFolder) state(context.Context) models.PrinterState { return folderState(d.folder) }

// pdfFolder keeps each ticket as a page.
type pdfFolder struct{ folder string }

func (d pdfFolder) deliver(_ context.Context, j job) error {
	return j.keep(d.folder, ".pdf", writePDF)
}

func (d pdfFolder) state(context.Context) models.PrinterState { return folderState(d.folder) }

// keep writes the ticket's picture into a file named for the number; a copy
// takes its place.
func (j job) keep(folder, ending string, write func(io.Writer, *image.Gray) error) error {
	f, err := os.OpenFile(filepath.Join(folder, j.name+ending), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("%w: %w", errOffline, err)
	}
	return errors.Join(write(f, Draw(j.slip, j.speak, j.width)), f.Close())
}

func folderState(folder string) models.PrinterState {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return models.PrinterOffline
	}
	return models.PrinterReady
}
