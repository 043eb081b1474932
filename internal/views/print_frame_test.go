package views

import (
	"testing"

	"github.com/stretchr/testify/require"

	"frontdesk/internal/models"
)

// withPrinter gives the desk of a window a printer.
func withPrinter(f *fakeDesk, o *Options) {
	f.printer, o.AutoPrint = &fakePrinter{state: models.PrinterReady}, true
}

// note is what the reception says of the last action.
func (h *hand) note() string { return h.page(ScreenReception) }

func TestANumberIsPrintedWithoutAKey(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.types("ktp hil")
	h.press("F9")
	require.True(t, h.desk.checkIns[0].Print)
	require.Equal(t, []string{"1A-001"}, h.desk.printer.printed)
	require.Contains(t, h.foot(), "Printer siap")
}

func TestANumberThatDidNotComeOutIsSaidUntilOneDoes(t *testing.T) {
	h := openWindow(t, withPrinter)
	h.desk.printer.state, h.desk.printer.unprinted = models.PrinterPaperOut, models.Say("print.paper_out")
	h.types("ktp hil")
	h.press("F9")
	require.Contains(t, h.note(), "1A-001: Kertas printer habis")
	require.Contains(t, h.note(), "tulis nomor di kertas")
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
	require.Contains(t, h.note(), "Printer belum diatur")
}
