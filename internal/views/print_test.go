package views

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/desk"
	"frontdesk/internal/models"
)

func (f *fakeDesk) Prints() bool { return f.printer != nil }

func (f *fakeDesk) PrinterState(context.Context) models.PrinterState { return f.printer.state }

func (f *fakeDesk) Print(_ context.Context, tickets []desk.Issued) (models.Phrase, error) {
	for _, t := range tickets {
		f.printer.printed = append(f.printer.printed, t.Number)
	}
	return f.printer.unprinted, nil
}

func (f *fakeDesk) Reprint(_ context.Context, ticket string) (desk.Issued, error) {
	f.printer.copies = append(f.printer.copies, ticket)
	return desk.Issued{}, nil
}

func (f *fakeDesk) SettlePrints(context.Context) error { return nil }

// fakePrinter is the printer of a fakeDesk.
type fakePrinter struct {
	state     models.PrinterState
	unprinted models.Phrase
	printed   []string
	copies    []string
}

// withPrinter gives the desk of a window a printer.
func withPrinter(f *fakeDesk, o *Options) {
	f.printer, o.AutoPrint = &fakePrinter{state: models.PrinterReady}, true
}

// foot is what the status bar says.
func (h *hand) foot() string {
	var words []string
	(&guideHand{hand: h}).gather(h.p.frame.status, &words)
	return strings.Join(words, " ")
}

func TestANumberIsPrintedWithoutAKey(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.types("ktp hil")
	h.press("F9")
	require.True(t, h.desk.checkIns[0].Print)
	require.Equal(t, []string{"1A-001"}, h.desk.printer.printed)
	require.Contains(t, h.foot(), "Printer siap")
	h.at(spotSearch)
}

func TestANumberThatDidNotComeOutIsSaidUntilOneDoes(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.desk.printer.state, h.desk.printer.unprinted = models.PrinterPaperOut, models.Say("print.paper_out")
	h.types("ktp hil")
	h.press("F9")
	_, _, sentence := h.view().noteWords()
	require.Contains(t, sentence, "1A-001: Kertas printer habis")
	require.Contains(t, sentence, "tulis nomor di kertas")
	h.types("skck")
	require.Contains(t, h.foot(), "Kertas printer habis")
	require.Contains(t, h.foot(), "tulis di kertas: 1A-001")
	h.desk.printer.state, h.desk.printer.unprinted = models.PrinterReady, models.Phrase{}
	h.press("F9")
	h.p.printing.look()
	h.work.drain()
	require.Contains(t, h.foot(), "Printer siap")
	require.NotContains(t, h.foot(), "1A-001")
}

func TestCtrlPPrintsTheLastNumberAgain(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.press("Ctrl+P")
	require.Empty(t, h.desk.printer.copies, "there is no number yet")
	h.types("ktp hil")
	h.press("F9", "Ctrl+P")
	require.Equal(t, []string{"ticket-1"}, h.desk.printer.copies)
	t.Run("or the one under the cursor of the list", func(t *testing.T) {
		h.types("skck")
		h.press("F9", "Ctrl+R", "Down", "Ctrl+P")
		require.Equal(t, []string{"ticket-1", "ticket-1"}, h.desk.printer.copies)
	})
}

func TestWhereNothingIsPrintedWithoutAKeyTheFirstPrintIsNoCopy(t *testing.T) {
	h := openWindow(t, withPrinter, func(_ *fakeDesk, o *Options) { o.AutoPrint = false })
	h.types("ktp hil")
	h.press("F9")
	require.False(t, h.desk.checkIns[0].Print)
	require.Empty(t, h.desk.printer.printed)
	h.press("Ctrl+P", "Ctrl+P")
	require.Equal(t, []string{"1A-001"}, h.desk.printer.printed)
	require.Equal(t, []string{"ticket-1"}, h.desk.printer.copies)
}

func TestADeskWithoutAPrinterSaysNothingOfOne(t *testing.T) {
	h := openWindow(t)
	h.types("ktp hil")
	h.press("F9", "Ctrl+P")
	require.False(t, h.desk.checkIns[0].Print)
	require.NotContains(t, h.foot(), "rinter")
	_, _, sentence := h.view().noteWords()
	require.Contains(t, sentence, "Printer belum diatur")
}
