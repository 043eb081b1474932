package ticket

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"frontdesk/internal/models"
)

var (
	spooler          = windows.NewLazySystemDLL("winspool.drv")
	openPrinter      = spooler.NewProc("OpenPrinterW")
	closePrinter     = spooler.NewProc("ClosePrinter")
	startDocPrinter  = spooler.NewProc("StartDocPrinterW")
	endDocPrinter    = spooler.NewProc("EndDocPrinter")
	startPagePrinter = spooler.NewProc("StartPagePrinter")
	endPagePrinter   = spooler.NewProc("EndPagePrinter")
	writePrinter     = spooler.NewProc("WritePrinter")
	getJob           = spooler.NewProc("GetJobW")
	setJob           = spooler.NewProc("SetJobW")
)

const (
	jobControlDelete = 5
	pollTime         = 200 * time.Millisecond
)

// systemDevice is a printer of the Windows spooler, by its name there.
type systemDevice struct{ name string }

// docInfo is DOC_INFO_1.
type docInfo struct {
	name, output, kind *uint16
}

// deliver implements device: raw bytes to the spooler; the job leaves its list
// when it was printed, and is deleted when the time is up.
func (d systemDevice) deliver(ctx context.Context, j job) error {
	printer, err := d.open()
	if err != nil {
		return fmt.Errorf("%w: %w", errOffline, err)
	}
	defer closePrinter.Call(uintptr(printer))
	id, err := spool(printer, j)
	if err != nil {
		return fmt.Errorf("%w: %w", errOffline, err)
	}
	for {
		var needed uint32
		if found, _, reason := getJob.Call(uintptr(printer), id, 1, 0, 0, uintptr(unsafe.Pointer(&needed))); found == 0 && errors.Is(reason, windows.ERROR_INVALID_PARAMETER) {
			return nil // the job is gone from the list
		}
		select {
		case <-ctx.Done():
			setJob.Call(uintptr(printer), id, 0, 0, jobControlDelete)
			return ctx.Err()
		case <-time.After(pollTime):
		}
	}
}

func (d systemDevice) open() (windows.Handle, error) {
	name, err := windows.UTF16PtrFromString(d.name)
	if err != nil {
		return 0, err
	}
	var printer windows.Handle
	if done, _, reason := openPrinter.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&printer)), 0); done == 0 {
		return 0, reason
	}
	return printer, nil
}

// spool hands the ticket to the spooler and gives the job's number.
func spool(printer windows.Handle, j job) (uintptr, error) {
	name, err := windows.UTF16PtrFromString(j.name)
	if err != nil {
		return 0, err
	}
	raw, _ := windows.UTF16PtrFromString("RAW") // holds no zero
	info := docInfo{name: name, kind: raw}
	id, _, reason := startDocPrinter.Call(uintptr(printer), 1, uintptr(unsafe.Pointer(&info)))
	if id == 0 {
		return 0, reason
	}
	defer endDocPrinter.Call(uintptr(printer))
	if done, _, reason := startPagePrinter.Call(uintptr(printer)); done == 0 {
		return 0, reason
	}
	defer endPagePrinter.Call(uintptr(printer))
	data := j.bytes()
	var written uint32
	done, _, reason := writePrinter.Call(uintptr(printer), uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)), uintptr(unsafe.Pointer(&written)))
	if done == 0 || int(written) != len(data) {
		setJob.Call(uintptr(printer), id, 0, 0, jobControlDelete)
		return 0, reason
	}
	return id, nil
}

func (d systemDevice) state(context.Context) models.PrinterState {
	printer, err := d.open()
	if err != nil {
		return models.PrinterOffline
	}
	closePrinter.Call(uintptr(printer))
	return models.PrinterReady
}
