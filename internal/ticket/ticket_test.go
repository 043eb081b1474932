package ticket

import (
	"bytes"
	"context"
	"flag"
	"image"
	"image/png"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"frontdesk/internal/models"
	"frontdesk/internal/text"
)

var pictures = flag.String("pictures", "", "a folder to keep the printed tickets in, to be looked at")

var (
	wita       = time.FixedZone("WITA", 8*3600)
	indonesian = text.MustLoad(text.Indonesian)
)

// full is a ticket with everything on it.
func full() models.Slip {
	return models.Slip{
		Mall: "MPP Kukar", Number: "1A-014", At: time.Date(2026, time.November, 23, 8, 42, 0, 0, wita),
		Counter: 101, Floor: 1,
		Way:     models.Way{Steps: []models.WayStep{{Kind: models.WayLeft}, {Kind: models.WayNth, Nth: 1}}},
		Service: "KTP-el hilang", Agency: "Disdukcapil", Wait: models.Say("wait.joined", models.Say("wait.ahead", 4), models.Say("wait.long.range", 12, 20)),
		Before:  []models.SlipStop{{Agency: "Polres", Counter: 111, Floor: 1, Service: "surat tanda lapor kehilangan"}},
		Missing: []string{"Surat kehilangan dari kepolisian", "Fotokopi Kartu Keluarga"},
		Fee:     "gratis", Duration: "2 hari kerja", Code: "0192f3a0-0000-7000-8000-000000000014",
	}
}

// upstairs is a long way to a sensitive service, printed again.
func upstairs() models.Slip {
	slip := full()
	slip.Number, slip.Counter, slip.Floor, slip.Copy = "3G-1207", 207, 2, true
	slip.Way = models.Way{Steps: []models.WayStep{{Kind: models.WayLift, Floor: 2}, {Kind: models.WayRight}, {Kind: models.WayNth, Nth: 12}}}
	slip.Service, slip.Agency, slip.Before, slip.Missing = "", "Pengadilan Agama", nil, nil
	return slip
}

func open(t *testing.T, address string, width Width) *Printer {
	t.Helper()
	p, err := Open(address, width, indonesian)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPrinterReceivesThePictureOfTheTicket(t *testing.T) {
	for name, slip := range map[string]models.Slip{"full": full(), "upstairs": upstairs()} {
		for _, width := range []Width{Width58, Width80} {
			for _, mute := range []bool{false, true} {
				fake := startFake(t, &fakePrinter{mute: mute})
				if err := open(t, fake.address(), width).Print(t.Context(), slip); err != nil {
					t.Fatal(err)
				}
				fake.Close()
				fake.jobs.Wait()
				paper, cut := roll(t, fake.received())
				if want := Draw(slip, indonesian, width); !cut || !bytes.Equal(paper.Pix, want.Pix) {
					t.Errorf("%s at %d dots, mute %v: another picture, cut %v", name, width, mute, cut)
				}
				keep(t, name, width, paper)
			}
		}
	}
}

func keep(t *testing.T, name string, width Width, paper *image.Gray) {
	if *pictures == "" {
		return
	}
	f, err := os.Create(filepath.Join(*pictures, name+"-"+map[Width]string{Width58: "58", Width80: "80"}[width]+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, paper); err != nil {
		t.Fatal(err)
	}
}

func TestTheCommandsAreThoseOfTheReference(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 10, 2))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.Pix[0], img.Pix[9], img.Pix[10] = 0, 0, 0
	want := []byte{0x1b, 0x40, 0x1d, 0x76, 0x30, 0, 2, 0, 2, 0, 0x80, 0x40, 0x80, 0, 0x1d, 0x56, 66, 0}
	if got := escpos(img); !bytes.Equal(got, want) {
		t.Errorf("got % x, want % x", got, want)
	}
}

// says is the sentence of what Print refused.
func says(t *testing.T, p *Printer) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	err := p.Print(ctx, full())
	if err == nil {
		t.Fatal("printed")
	}
	return indonesian.Error(err)
}

func TestWithoutPaperNothingIsSentThatCouldPrintLater(t *testing.T) {
	fake := startFake(t, &fakePrinter{paper: fixedBits | paperOutBits})
	p := open(t, fake.address(), Width80)
	if got := says(t, p); got != indonesian.T("print.paper_out") {
		t.Errorf("got %q", got)
	}
	if state := p.State(t.Context()); state != models.PrinterPaperOut {
		t.Errorf("state %q", state)
	}
	if left := fake.received(); len(left) > 0 {
		t.Errorf("%d bytes are in the printer", len(left))
	}
}

func TestTheRollThatEndsSoonIsTold(t *testing.T) {
	fake := startFake(t, &fakePrinter{paper: fixedBits | paperLowBits})
	p := open(t, fake.address(), Width80)
	if err := p.Print(t.Context(), full()); err != nil {
		t.Error(err)
	}
	if state := p.State(t.Context()); state != models.PrinterPaperLow {
		t.Errorf("state %q", state)
	}
}

func TestAPrinterThatDoesNotTellWhenItIsDoneIsBelievedToBeWell(t *testing.T) {
	fake := startFake(t, &fakePrinter{deaf: true})
	if err := open(t, fake.address(), Width58).Print(t.Context(), full()); err != nil {
		t.Error(err)
	}
}

func TestPaperThatEndsInTheMiddleIsToldAndTheRestTakenBack(t *testing.T) {
	fake := startFake(t, &fakePrinter{deaf: true, ends: fixedBits | paperOutBits})
	err := open(t, fake.address(), Width58).Print(t.Context(), full())
	if got := indonesian.Error(err); err == nil || got != indonesian.T("print.paper_out") {
		t.Errorf("got %q", got)
	}
	fake.Close()
	fake.jobs.Wait()
	if !bytes.HasSuffix(fake.received(), cmdClear) {
		t.Error("the rest stays in the printer and comes out with the next roll")
	}
}

func TestACutConnectionIsNoPrint(t *testing.T) {
	fake := startFake(t, &fakePrinter{cutAt: 5000})
	if got := says(t, open(t, fake.address(), Width80)); got != indonesian.T("print.offline") {
		t.Errorf("got %q", got)
	}
}

func TestASlowPrinterIsGivenUpInTime(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0") // takes the connection and never reads
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	p := open(t, "tcp://"+listener.Addr().String(), Width80)
	p.device = stuffed{p.device}
	if got := says(t, p); got != indonesian.T("print.slow") {
		t.Errorf("got %q", got)
	}
}

// stuffed sends far more than the system holds back for a peer that never
// reads.
type stuffed struct{ device }

func (s stuffed) deliver(ctx context.Context, j job) error {
	for {
		if err := s.device.deliver(ctx, j); err != nil {
			return err
		}
	}
}

// A printer answers, then stands still with most of a long ticket not taken,
// and goes on after the time is up.
func TestWhatASlowPrinterDidNotTakeInTimeNeverComes(t *testing.T) {
	goOn := make(chan struct{})
	fake := startFake(t, &fakePrinter{stopAt: 1, goOn: goOn})
	slip := full()
	slip.Missing = slices.Repeat([]string{"Fotokopi Kartu Keluarga"}, 300)
	ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer cancel()
	if err := open(t, fake.address(), Width80).Print(ctx, slip); indonesian.Error(err) != indonesian.T("print.slow") {
		t.Fatal(err)
	}
	close(goOn)
	fake.Close()
	fake.jobs.Wait()
	if bytes.HasSuffix(fake.received(), cmdCut) {
		t.Error("the whole ticket came out after it was given up")
	}
}

func TestNobodyListeningIsToldAtOnce(t *testing.T) {
	fake := startFake(t, &fakePrinter{})
	address := fake.address()
	fake.Close()
	p := open(t, address, Width80)
	if got := says(t, p); got != indonesian.T("print.offline") {
		t.Errorf("got %q", got)
	}
	if state := p.State(t.Context()); state != models.PrinterOffline {
		t.Errorf("state %q", state)
	}
}

func TestAJobWhoseTimeIsOverIsNotSent(t *testing.T) {
	fake := startFake(t, &fakePrinter{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := open(t, fake.address(), Width80).Print(ctx, full()); err == nil {
		t.Error("printed")
	}
	if got := fake.received(); len(got) > 0 {
		t.Errorf("%d bytes were sent", len(got))
	}
}

func TestADeviceFileTakesTheSameBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lp0")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := open(t, "file:"+path, Width58).Print(t.Context(), full()); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, escpos(Draw(full(), indonesian, Width58))) {
		t.Errorf("%d bytes: %v", len(got), err)
	}
	t.Run("one that is gone is told", func(t *testing.T) {
		if got := says(t, open(t, "file:"+path+"-gone", Width58)); got != indonesian.T("print.offline") {
			t.Errorf("got %q", got)
		}
	})
}

func TestFoldersKeepPicturesAndPages(t *testing.T) {
	folder := t.TempDir()
	for scheme, begin := range map[string]string{"png": "\x89PNG", "pdf": "%PDF-"} {
		if err := open(t, scheme+":"+folder, Width80).Print(t.Context(), full()); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(filepath.Join(folder, "1A-014."+scheme))
		if err != nil {
			t.Fatal(err)
		}
		head := make([]byte, len(begin))
		if _, err := io.ReadFull(f, head); err != nil || string(head) != begin {
			t.Errorf("%s begins with %q", scheme, head)
		}
		f.Close()
	}
}

func TestAnUnknownAddressIsRefused(t *testing.T) {
	for _, address := range []string{"", "x", "tcp://", "tcp://h:1/x", "file:", "http://h", "system:"} {
		if _, err := Open(address, Width80, indonesian); models.KindOf(err) != models.KindUsage {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestEverythingFitsThePaper(t *testing.T) {
	slip := full()
	slip.Number = "WW-100014"
	slip.Service = "Penggantian paspor (habis berlaku / penuh) dengan nama yang sangat panjang sekali"
	slip.Missing = []string{"Suratketeranganpengantardarikelurahanataudesayangditandatanganidandistempel"}
	slip.Way = models.Way{Words: "Naik lift ke lantai 2, keluar ke kiri, lewati ruang tunggu, loket kedua dari ujung lorong"}
	for _, width := range []Width{Width58, Width80} {
		img := Draw(slip, indonesian, width)
		for y := range img.Bounds().Dy() {
			band := img.GrayAt(0, y).Y == 0 // the reversed band goes from edge to edge
			if !band && (img.GrayAt(2, y).Y == 0 || img.GrayAt(int(width)-3, y).Y == 0) {
				t.Fatalf("%d dots: something reaches the edge at line %d", width, y)
			}
		}
	}
}
